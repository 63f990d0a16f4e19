using System.Reflection;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Projection;

/// <summary>Each rule by a case: a document in, a finding out.</summary>
public sealed class LintTests
{
    private static readonly LintCase[] All = [.. LintPathCases.All, .. LintMethodCases.All, .. LintIntegrationCases.All, .. LintSecurityCases.All, .. LintSchemaCases.All, .. LintDocumentCases.All];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_rule_finds_what_it_is_about(int number)
    {
        var given = All[number];
        var projection = Projected.Of(given.Text, given.EndpointType);
        var all = string.Join('\n', projection.Findings.Select(found => $"{found.Level} {found.Rule} {found.Pointer}: {found.Message} {string.Join(", ", found.Operations)}"));

        Assert.True(projection.Findings.Any(found => found.Rule == given.Rule && found.Pointer == given.Pointer), $"{given}\n{all}");
        var finding = projection.Findings.First(found => found.Rule == given.Rule && found.Pointer == given.Pointer);

        Assert.Equal(given.Operations, string.Join(", ", finding.Operations));
        Assert.Contains(given.Says, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", finding.Message + finding.Remedy, StringComparison.Ordinal);
        Assert.NotNull(finding.Line);

        if (finding.Level is not FindingLevel.Error)
        {
            Assert.True(projection.MayBeDeployed, all);
            return;
        }

        Assert.False(projection.MayBeDeployed);
        Assert.NotEqual("", finding.Remedy);

        if (finding.Operations is [])
        {
            Assert.Null(projection.Spec);
        }
        else
        {
            Assert.All(finding.Operations, operation => Assert.False(projection.Spec?.RouteKeys.Contains(operation) ?? false));

            var mended = Projected.Of(Projected.Changed(given.Text, Projected.WithoutOperations(finding.Operations)));
            Assert.DoesNotContain(mended.Findings, found => found.Rule == given.Rule && found.Level is FindingLevel.Error);
        }
    }

    /// <summary>What is wrong with an API of one protocol may have the same name with another's.</summary>
    [Fact]
    public void Every_rule_has_a_case_and_a_name_of_its_own()
    {
        var (rest, http, socket) = (Names(type => type != typeof(LintHttpRules) && type != typeof(LintSocketRules)), Names(type => type == typeof(LintHttpRules)), Names(type => type == typeof(LintSocketRules)));

        Assert.All([rest, http, socket], names => Assert.Equal(names.Distinct(), names));
        Assert.Empty(rest.Except(All.Select(given => given.Rule)));
        Assert.Empty(socket.Except(WebSocketDocumentTests.Rules));
    }

    private static List<string> Names(Func<Type, bool> from) =>
    [
        .. typeof(LintRule).Assembly.GetTypes().Where(from).SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public)).Where(field => field.FieldType == typeof(LintRule))
            .Select(field => ((LintRule)field.GetValue(null)!).Name).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Two_hundred_operations_are_one_finding()
    {
        var paths = string.Join(", ", Enumerable.Range(0, 200).Select(number => $"'/p{number}#': {{get: {{MOCK}}}}"));

        var finding = Assert.Single(Projected.Of(new LintCase("", "", "", "", $"paths: {{{paths}}}").Text).Findings, found => found.Level is FindingLevel.Error);

        Assert.Equal(200, finding.Operations.Count);
        Assert.Contains("and 194 more", finding.Message, StringComparison.Ordinal);
    }
}
