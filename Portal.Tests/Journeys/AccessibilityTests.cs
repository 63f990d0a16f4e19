using System.Net.Http.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Client;
using Portal.Tests.Connections;
using Portal.Tests.Plans;
using Portal.Tests.Stages;

namespace Portal.Tests.Journeys;

/// <summary>Runs axe (WCAG 2.2 A and AA, and its best practices) over the pages in both themes, wide and narrow. It finds a part of what can be wrong; a keyboard it does not press.</summary>
public abstract class AccessibilityTests(BrowserFixture portal, ColorScheme scheme, int width, int third)
{
    private static readonly string[] ForStrangers = ["/account/sign-in", "/account/register", "/account/forgot", "/account/confirm", "/account/confirm/again", "/mailbox", "/account/invitation", "/account/access-denied", "/no/such/page", "/error"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Not by the package for Playwright: it opens a page for every result, which takes three times as long as the looking.
    private const string Violations = "async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(found => `${found.id} at ${found.nodes.map(node => node.html).join(', ')}`)";

    // Colours depend on the theme and order on the width, hardly anything on both: two looks of four.
    public sealed class LightAndWide(BrowserFixture portal) : AccessibilityTests(portal, ColorScheme.Light, 1280, third: 0), IClassFixture<BrowserFixture>;

    public sealed class LightAndWideToo(BrowserFixture portal) : AccessibilityTests(portal, ColorScheme.Light, 1280, third: 1), IClassFixture<BrowserFixture>;

    public sealed class LightAndWideAsWell(BrowserFixture portal) : AccessibilityTests(portal, ColorScheme.Light, 1280, third: 2), IClassFixture<BrowserFixture>;

    public sealed class DarkAndNarrow(BrowserFixture portal) : AccessibilityTests(portal, ColorScheme.Dark, 390, third: 0), IClassFixture<BrowserFixture>;

    public sealed class DarkAndNarrowToo(BrowserFixture portal) : AccessibilityTests(portal, ColorScheme.Dark, 390, third: 1), IClassFixture<BrowserFixture>;

    public sealed class DarkAndNarrowAsWell(BrowserFixture portal) : AccessibilityTests(portal, ColorScheme.Dark, 390, third: 2), IClassFixture<BrowserFixture>;

    [Fact]
    public Task Every_page_is_for_everybody() => portal.VisitAsync($"axe-{scheme}-{width}-{third}", async visit =>
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        await LongNamedTeamAsync(administrator);
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });

        var findings = new List<string>();

        foreach (var (_, path) in ForStrangers.Index().Where(page => page.Index % 3 == third))
        {
            await visit.GoAsync(path);
            findings.AddRange(await FindingsAsync(visit, path));
        }

        await visit.SignInAsync(administrator.Email);

        foreach (var (_, path) in Pages.Addresses.Except(ForStrangers).Concat(await FilledAsync(administrator)).Index().Where(page => page.Index % 3 == third))
        {
            await visit.GoAsync(path);
            findings.AddRange(await FindingsAsync(visit, path));
        }

        await visit.GoAsync($"/admin/people/{administrator.Id}");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Suspend" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        findings.AddRange(await FindingsAsync(visit, "a dialog"));

        Assert.True(findings is [], string.Join('\n', findings));

        await visit.Page.EvaluateAsync("document.body.append(document.createElement('img'))");
        Assert.Contains(await FindingsAsync(visit, "a picture without words"), finding => finding.Contains("image-alt", StringComparison.Ordinal));
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }, new ViewportSize { Width = width, Height = 900 });

    /// <summary>Pages of things that exist: an API that is deployed on one stage and proposed for another.</summary>
    private static async Task<IReadOnlyList<string>> FilledAsync(Person person)
    {
        var api = await Catalog.Given.ApiAsync(person);
        var dev = await Pipeline.StageAsync(person, api);
        var done = await Pipeline.DeployAsync(person, dev);
        var proposed = await Pipeline.ProposeAsync(person, await Pipeline.StageAsync(person, api, "test"));
        var socket = await Selling.SocketApiAsync(person);
        var key = await KeyAsync(person, api, dev, socket);

        var plan = await Selling.PlanAsync(person, dev);
        plan = await Selling.ChangeAsync(person, plan, Selling.Again(plan) with { Stages = [new PlanStage { StageId = dev.Id, Methods = [new MethodLimit { Route = "GET /pets", RateLimit = 5, BurstLimit = 10 }] }] });
        var toPlan = await Selling.ApplyAsync(person, plan);

        var bundle = await person.Http.PostAsync<ProposedBundle>("/api/v1/bundles", new { things = new[] { $"Stage/{dev.Id}", $"UsagePlan/{plan.Id}" } }, System.Net.HttpStatusCode.Accepted);
        await Things.ApplyAsync(person, Things.Of(dev.ConnectionId, "certificates"), new { teamId = person.Team, description = new string('W', 100) });
        await Things.ApplyAsync(person, Things.Of(dev.ConnectionId, "vpc-links"), new { teamId = person.Team, name = new string('W', 100), subnetIds = new[] { "subnet-1" } });
        await Things.ApplyAsync(person, Things.Of(dev.ConnectionId, "domain-names"), new
        {
            teamId = person.Team,
            name = $"{new string('w', 60)}.{Guid.NewGuid():N}.example.com",
            certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0123abcd-0000-0000-0000-000000000000",
            mappings = new[] { new { path = "/pets", stageId = dev.Id } },
        });

        return
        [
            $"/runs/bundles/{bundle.Id}",
            $"/runs/bundles/new?thing=Stage/{dev.Id}",
            $"/connections/{dev.ConnectionId}/certificates",
            $"/connections/{dev.ConnectionId}/vpc-links",
            $"/connections/{dev.ConnectionId}/domain-names",
            "/",
            "/plans",
            $"/plans/{plan.Id}",
            $"/plans/{plan.Id}/edit",
            $"/runs/{toPlan.Id}",
            $"/admin/people/{person.Id}",
            $"/apis/{api.Id}",
            .. new[] { "routes", "security", "validation", "responses", "document", "revisions", "findings" }.Select(tab => $"/apis/{api.Id}?tab={tab}"),
            $"/apis/{api.Id}/stages/{dev.Id}",
            $"/apis/{api.Id}/stages/{dev.Id}?tab=protection",
            $"/apis/{api.Id}/stages/{dev.Id}?tab=settings",
            $"/apis/{api.Id}/stages/{dev.Id}/metrics",
            "/metrics",
            $"/apis/{api.Id}/stages/{dev.Id}/promote",
            $"/connections/{dev.ConnectionId}",
            $"/connections/{dev.ConnectionId}/import",
            "/catalog",
            $"/catalog/{api.AwsName}",
            $"/catalog/{socket.AwsName}",
            $"/apps/{key.AppId}",
            $"/keys/new/{api.Id}",
            $"/apps/keys/{key.Key.Id}/try",
            "/keys?tab=subscriptions",
            $"/runs/{done.Id}",
            $"/runs/{proposed.Id}",
        ];
    }

    /// <summary>A key of a plan for the stage and one of a WebSocket API, which is offered at once.</summary>
    private static async Task<RequestedApiKey> KeyAsync(Person person, ApiView api, StageView stage, ApiView socket)
    {
        var plan = await Selling.PlanAsync(person, stage, await Selling.DeployedStageAsync(person, socket));
        await Selling.ApplyAsync(person, plan);
        await person.Http.PutAsync<UsagePlanView>($"/api/v1/plans/{plan.Id}/availability", new { availability = "Open" });

        foreach (var id in new[] { api.Id, socket.Id })
        {
            var now = await person.Http.GetAsync<ApiView>($"/api/v1/apis/{id}");
            await person.Http.PutAsync<ApiView>($"/api/v1/apis/{id}", new { now.Name, now.Description, status = "Published", audience = "Developers", teamId = now.Team.Id, now.Version });
        }

        return await person.Http.PostAsync<RequestedApiKey>("/api/v1/own/keys", new { planId = plan.Id, appName = new string('W', 100) });
    }

    /// <summary>A name of the greatest length, without a place to break it, must not push a page over the edge of a phone.</summary>
    private static async Task LongNamedTeamAsync(Person administrator)
    {
        using var answer = await administrator.Http.PostAsJsonAsync("/api/v1/teams", new { name = new string('W', 100 - 32) + Guid.NewGuid().ToString("N") }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(Visit visit, string what)
    {
        await visit.Page.EvaluateAsync(Axe);
        var violations = await visit.Page.EvaluateAsync<string[]>(Violations);
        var wide = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");

        return
        [
            .. violations.Select(violation => $"{what}: {violation}"),
            .. wide > 0 ? [$"{what}: {wide} px wider than the screen"] : Array.Empty<string>(),
        ];
    }
}
