using System.Net;
using Microsoft.Playwright;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Tests.Catalog;
using Portal.Tests.Connections;
using Portal.Tests.Plans;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Journeys;

/// <summary>Several things are brought to AWS by one preview and one approval, what belongs to an account is seen on its pages, and the next document of an API meets what was made here.</summary>
public sealed class ManyChangesJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    private const string Target = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/internal/0123456789abcdef";
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0123abcd-0000-0000-0000-000000000000";

    [Fact]
    public Task Two_APIs_are_chosen_previewed_and_applied_together() => portal.VisitAsync("many-changes", async visit =>
    {
        var person = await portal.PersonAsync(Role.Admin);
        await Pipeline.StageAsync(person, await Given.ApiAsync(person, "Pets of many"));
        await Pipeline.StageAsync(person, await Given.ApiAsync(person, "Orders of many"));
        await Selling.PlanAsync(person);
        await visit.SignInAsync(person.Email);

        await visit.GoAsync("/apis");
        await visit.Page.GetByLabel("Choose Pets of many").CheckAsync();
        await visit.Page.GetByLabel("Choose Orders of many").CheckAsync();
        await Assertions.Expect(visit.Page.GetByText("2 APIs chosen")).ToBeVisibleAsync();
        await visit.PictureAsync("chosen");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Preview changes" }).ClickAsync();
        await Button(visit, "Preview 2 changes").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("2 to be approved.")).ToBeVisibleAsync();
        await visit.PictureAsync("bundle");
        await Button(visit, "Approve 2 change sets").ClickAsync();
        await Button(visit, "Approve and apply").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("2 done.")).ToBeVisibleAsync();
        await visit.PictureAsync("report");

        await visit.GoAsync("/runs/bundles/new");
        await Assertions.Expect(visit.Page.GetByText("It is not in AWS.")).ToBeVisibleAsync();
        await visit.PictureAsync("out-of-step");
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.PictureAsync("out-of-step-narrow");
        Assert.Empty(visit.Complaints);
    });

    [Fact]
    public Task What_belongs_to_an_account_is_made_and_seen() => portal.VisitAsync("account-things", async visit =>
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var connection = await Pipeline.SandboxAsync(admin);
        var stage = await Pipeline.StageAsync(admin, await Given.ApiAsync(admin, "Pets of a name"));
        await Pipeline.DeployAsync(admin, stage);
        await Things.ApplyAsync(admin, Things.Of(connection, "vpc-links"), new { teamId = admin.Team, name = "Backends", targetArn = Target });
        await Things.ApplyAsync(admin, Things.Of(connection, "domain-names"), new { teamId = admin.Team, name = "api.example.com", certificateArn = Certificate, mappings = new[] { new { path = "/pets", stageId = stage.Id } } });
        await visit.SignInAsync(admin.Email);

        await visit.GoAsync($"/connections/{connection}");
        await Button(visit, "Look").ClickAsync();
        await Assertions.Expect(Button(visit, "Change the log role")).ToBeVisibleAsync();
        await visit.PictureAsync("connection");
        await Button(visit, "Give a state").ClickAsync();
        await visit.Page.GetByLabel("Name").FillAsync("shop, production");
        await visit.Page.GetByLabel("Or paste it").FillAsync(TerraformStates.Of(("module.shop", "aws_api_gateway_rest_api", "orders", new() { ["id"] = "abc123def4" })));
        await visit.PictureAsync("state-dialog");
        await Button(visit, "Give").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("shop, production names 1 thing of API Gateway")).ToBeVisibleAsync();
        await visit.Page.GetByText("What it names").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("module.shop.aws_api_gateway_rest_api.orders")).ToBeVisibleAsync();
        await visit.PictureAsync("states");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Client certificates" }).ClickAsync();
        await Button(visit, "Generate").First.ClickAsync();
        await visit.Page.GetByLabel("Description").FillAsync("For the shop");
        await visit.PictureAsync("certificate-dialog");
        await Button(visit, "Preview changes").ClickAsync();
        await Button(visit, "Approve").ClickAsync();
        await Button(visit, "Approve and apply").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Done", new() { Exact = true }).First).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "To the client certificates" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The stages of all REST APIs were looked at.")).ToBeVisibleAsync();
        await visit.PictureAsync("certificates");

        foreach (var (page, seen) in new[] { ("vpc-links", "Backends"), ("domain-names", "api.example.com/pets") })
        {
            await visit.GoAsync($"/connections/{connection}/{page}");
            await Assertions.Expect(visit.Page.GetByText(seen, new() { Exact = false }).First).ToBeVisibleAsync();
            await visit.PictureAsync(page);
        }

        await Button(visit, "Change api.example.com").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Path 1" })).ToHaveValueAsync("/pets");
        await visit.PictureAsync("domain-dialog");
        Assert.Empty(visit.Complaints);
    });

    [Fact]
    public Task The_next_document_meets_what_was_made_here() => portal.VisitAsync("merge", async visit =>
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(person, text: MergeLeftoversTests.Shop);
        await person.Http.PostAsync<RevisedApi>(
            $"/api/v1/apis/{api.Id}/edits",
            new
            {
                baseRevision = api.Latest.Number,
                edits = new object[]
                {
                    new { edit = "setGuard", operations = new[] { "GET /orders" }, guard = new { type = "authorizer", authorizer = "door" } },
                    new { edit = "setModels", method = "POST", path = "/orders", request = new[] { new { contentType = "application/json", model = "Order" } } },
                    new { edit = "changeRoute", method = "GET", path = "/orders", operationId = "asItIsHere" },
                    new { edit = "setGatewayResponse", type = "THROTTLED", status = "503" },
                },
            },
            HttpStatusCode.OK);
        var next = MergeLeftoversTests.Without(MergeLeftoversTests.Without(MergeLeftoversTests.Shop, "    Order:", "    Line:"), "  securitySchemes:", "paths:").Replace("get: { responses", "get: { operationId: asTheyHaveIt, responses", StringComparison.Ordinal);
        await visit.SignInAsync(person.Email);

        await visit.GoAsync($"/apis/{api.Id}/import?tab=paste");
        await visit.Page.GetByLabel("OpenAPI document").FillAsync(next);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("One thing does not fit together")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("model Order")).ToBeVisibleAsync();
        await visit.PictureAsync("review");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        await visit.PictureAsync("review-narrow");
        await visit.Page.GetByLabel("As it is here").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await visit.Page.WaitForURLAsync($"**/apis/{api.Id}");

        var latest = await person.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}");
        Assert.Contains("asItIsHere", (await person.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/{latest.Latest.Number}")).Text, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    });

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
