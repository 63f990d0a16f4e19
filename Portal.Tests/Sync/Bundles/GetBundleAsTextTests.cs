using System.Net;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Stages;

namespace Portal.Tests.Sync.Bundles;

/// <summary>A bundle as a text that a pull request takes: what does not fit is counted, and what must be known before an approval comes first.</summary>
public sealed class GetBundleAsTextTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const int Many = 20;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_does_not_fit_is_counted()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        List<string> things = [];

        while (things.Count < Many)
        {
            things.Add($"UsagePlan/{(await Selling.PlanAsync(person)).Id}");
        }

        var bundle = await Bundling.ProposeAsync(person, [.. things]);

        var whole = await TextAsync(person, bundle, "");
        Assert.DoesNotContain("more: this text ends", whole, StringComparison.Ordinal);
        Assert.Equal(Many, whole.Split("\n# Usage plan ").Length - 1 + (whole.Split("\n# ").Length - whole.Split("\n# Usage plan ").Length));

        foreach (var most in new[] { 2_000, 4_000, 9_000 })
        {
            var text = await TextAsync(person, bundle, $"?most={most}");

            Assert.InRange(text.Length, most / 4, most);
            Assert.Contains($"20 proposed.\n", text, StringComparison.Ordinal);
            Assert.Contains($"Fingerprint `{bundle.Fingerprint}`", text, StringComparison.Ordinal);
            Assert.Matches($@"\n[0-9]+ change sets more: this text ends at {most:N0} characters\. The bundle's page has them all\.\n$", text);
        }

        using var little = await person.Http.GetAsync(new Uri($"/api/v1/bundles/{bundle.Id}/text?most=10", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, little.StatusCode);
    }

    [Fact]
    public async Task A_difference_that_does_not_fit_is_told_by_its_length()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(person, text: Long());
        var run = await Pipeline.ProposeAsync(person, await Pipeline.StageAsync(person, api));

        var text = await person.Http.GetStringAsync(new Uri($"/api/v1/runs/{run.Id}/text?most=4000", UriKind.Relative), Cancelled);

        Assert.InRange(text.Length, 500, 4_000);
        Assert.Matches("[0-9]+ lines of difference are too long for this text", text);
        Assert.Contains("## 3.", text, StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(Person person, BundleView bundle, string query) => person.Http.GetStringAsync(new Uri($"/api/v1/bundles/{bundle.Id}/text{query}", UriKind.Relative), Cancelled);

    private static string Long() =>
        "openapi: 3.0.1\ninfo: { title: Long, version: 1.0.0 }\nx-portal-default-integration: { type: mock, status: 200 }\npaths:\n"
        + string.Concat(Enumerable.Range(0, 80).Select(number => $"  /pets-of-the-{number}th-kind:\n    get: {{ responses: {{ '200': {{ description: All pets of the {number}th kind }} }} }}\n"));
}
