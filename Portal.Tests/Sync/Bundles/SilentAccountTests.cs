using System.Net;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Sync.Bundles;

/// <summary>An account that does not answer is found out once, not by each part of a bundle; what is on another is proposed meanwhile.</summary>
public sealed class SilentAccountTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const int Many = 12;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_on_an_account_that_lets_nobody_in_are_refused_together_and_taken_in_when_it_does()
    {
        await using var bench = await Bench.StartAsync();
        var admin = await portal.PersonAsync(Role.Admin);
        var closed = await ConnectAsync(admin, "Closed", bench.Server.Address.ToString());
        var things = await PlansAsync(admin, closed);
        var other = $"UsagePlan/{(await Selling.PlanAsync(admin)).Id}";
        await bench.DoneAsync(HttpMethod.Post, "/_sandbox/settings", new { verifySignatures = true });
        var before = bench.Server.Calls.After(0).Count;

        var bundle = await Bundling.ProposeAsync(admin, [.. things, other]);
        var text = await TextAsync(admin, bundle);

        Assert.Equal((Many, 1), (bundle.Count(PartState.NotProposed), bundle.Approvable));
        var reason = Assert.Single(bundle.Reasons);
        Assert.Equal((Many, "Closed"), (reason.Parts, reason.ConnectionName));
        Assert.StartsWith("The account does not answer. GetAccount: UnrecognizedClientException:", reason.Why, StringComparison.Ordinal);
        Assert.Equal(["GetAccount"], bench.Server.Calls.After(before).Select(call => call.Operation));
        Assert.Equal(1, text.Split("UnrecognizedClientException").Length - 1);
        Assert.Contains("| not proposed: as said above |", text, StringComparison.Ordinal);

        await bench.DoneAsync(HttpMethod.Post, "/_sandbox/settings", new { verifySignatures = false });
        await admin.Http.PostAsync<BundleView>($"/api/v1/bundles/{bundle.Id}/take-in", new { state = "NotProposed" }, HttpStatusCode.OK);

        Assert.Equal(Many, (await Bundling.ReadAsync(admin, bundle.Id)).Count(PartState.HeldBack));
    }

    [Fact]
    public async Task So_are_parts_on_one_that_cannot_be_reached()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        // Nobody listens there.
        var nowhere = await ConnectAsync(admin, "Nowhere", "http://127.0.0.1:1/");

        var bundle = await Bundling.ProposeAsync(admin, await PlansAsync(admin, nowhere));

        Assert.Equal((Many, "Nowhere"), (Assert.Single(bundle.Reasons).Parts, bundle.Reasons[0].ConnectionName));
        Assert.Contains("Unreachable", bundle.Reasons[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_falls_silent_after_the_approval_is_found_out_once_too()
    {
        await using var bench = await Bench.StartAsync();
        var admin = await portal.PersonAsync(Role.Admin);
        var closed = await ConnectAsync(admin, "Falls silent", bench.Server.Address.ToString());
        await admin.Http.PostAsync<ConnectionView>($"/api/v1/connections/{closed}/writing", new { typedName = "Falls silent" }, HttpStatusCode.OK);
        var bundle = await Bundling.ProposeAsync(admin, [.. await PlansAsync(admin, closed), $"UsagePlan/{(await Selling.PlanAsync(admin)).Id}"]);
        Assert.Equal(Many + 1, bundle.Approvable);
        await bench.DoneAsync(HttpMethod.Post, "/_sandbox/settings", new { verifySignatures = true });
        var before = bench.Server.Calls.After(0).Count;

        bundle = await Bundling.ApproveAsync(admin, bundle);
        var text = await TextAsync(admin, bundle);

        Assert.Equal((Many, 1), (bundle.Count(PartState.Stopped), bundle.Count(PartState.Done)));
        Assert.Single(bench.Server.Calls.After(before));
        var reason = Assert.Single(bundle.Reasons);
        Assert.Equal((Many, "Falls silent", PartState.Stopped), (reason.Parts, reason.ConnectionName, reason.State));
        Assert.Contains($"> {Many} parts on Falls silent stopped: Nothing was written. The account does not answer:", text, StringComparison.Ordinal);
        Assert.Contains("| stopped: as said above |", text, StringComparison.Ordinal);

        await bench.DoneAsync(HttpMethod.Post, "/_sandbox/settings", new { verifySignatures = false });
        await admin.Http.PostAsync<BundleView>($"/api/v1/bundles/{bundle.Id}/take-in", new { state = "Stopped" }, HttpStatusCode.OK);
        bundle = await Bundling.ReadAsync(admin, bundle.Id);
        Assert.Equal(Many, bundle.Approvable);

        Assert.Equal(Many + 1, (await Bundling.ApproveAsync(admin, bundle)).Count(PartState.Done));
    }

    private static async Task<string> TextAsync(Person person, BundleView bundle, string query = "") => await person.Http.GetStringAsync(new Uri($"/api/v1/bundles/{bundle.Id}/text{query}", UriKind.Relative), Cancelled);

    private static async Task<string[]> PlansAsync(Person admin, Guid connection)
    {
        List<string> things = [];

        while (things.Count < Many)
        {
            things.Add($"UsagePlan/{(await Selling.MakeAsync(admin, Selling.Terms(admin, connection))).Id}");
        }

        return [.. things];
    }

    private static async Task<Guid> ConnectAsync(Person admin, string name, string url) =>
        (await admin.Http.PostAsync<ConnectionView>("/api/v1/connections", new { name, region = "eu-central-1", serviceUrl = url })).Id;
}
