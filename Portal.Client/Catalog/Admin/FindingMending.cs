using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What one click can do about a finding.</summary>
/// <param name="Text">What the button says.</param>
/// <param name="Edit">What is done to the document.</param>
internal sealed record FindingMending(string Text, RouteEdit Edit)
{
    /// <summary>The rule that says that operations have nothing which answers them: a default integration mends it.</summary>
    public const string IntegrationMissing = "integration-missing";

    private const string SecurityUnknown = "security-unknown";

    /// <summary>The most natural first.</summary>
    public static IEnumerable<FindingMending> Of(Finding finding)
    {
        if (finding.Rule is SecurityUnknown && Scheme(finding) is { } scheme)
        {
            yield return new("Require an API key instead", new RouteEdit.SettleSecurity { Scheme = scheme, AtGateway = AtGateway.ApiKey });
            yield return new("They are open, the backend checks", new RouteEdit.SettleSecurity { Scheme = scheme, AtGateway = AtGateway.Open });
        }

        if (finding.Rule is "left-out" && finding.Operations is not [])
        {
            yield return new(finding.Operations is [_] ? "Take it back in" : "Take them back in", new RouteEdit.TakeBack { Operations = finding.Operations });
        }

        if (finding.Level is FindingLevel.Error && finding.Operations is not [])
        {
            var text = finding.Operations is [var only] ? $"Leave {only} out" : $"Leave these {finding.Operations.Count} operations out";
            yield return new(text, new RouteEdit.LeaveOut { Operations = finding.Operations });
        }
    }

    /// <summary>All that can only be mended by leaving operations out, or in the document: in one click. Null where that is not more than one finding.</summary>
    public static FindingMending? OfAll(IEnumerable<Finding> findings)
    {
        var stuck = findings.Where(finding => finding is { Level: FindingLevel.Error, Operations: not [], Rule: not (IntegrationMissing or SecurityUnknown) }).ToList();
        var operations = stuck.SelectMany(finding => finding.Operations).Distinct().ToList();

        return stuck.Count < 2 ? null : new($"Leave all {operations.Count} of these operations out", new RouteEdit.LeaveOut { Operations = operations });
    }

    // /components/securitySchemes/NAME, and /securityDefinitions/NAME in OpenAPI 2.0, as a JSON pointer.
    private static string? Scheme(Finding finding) => finding.Pointer.Split('/') is [_, .., "securitySchemes" or "securityDefinitions", var name]
        ? PointerName.Unescaped(name)
        : null;
}
