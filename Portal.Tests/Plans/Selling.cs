using System.Net;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Stages;

namespace Portal.Tests.Plans;

/// <summary>What people do with usage plans, over HTTP and with the sandbox behind it.</summary>
internal static class Selling
{
    public const string KeyedPets = """
        openapi: 3.0.1
        info: { title: Keyed pets, version: 1.0.0 }
        x-portal-default-integration: { type: mock, status: 200, contentType: application/json, body: '{"ok":true}' }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: x-api-key }
        security: [{ key: [] }]
        paths:
          /pets:
            get: { responses: { '200': { description: All pets } } }
          /pets/{petId}:
            get:
              parameters: [{ name: petId, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: A pet } }
        """;

    /// <summary>A hundred requests a second, a thousand a day; a test says in its own words what is otherwise.</summary>
    public static CreateUsagePlan Terms(Person person, Guid connection, params StageView[] stages) => new()
    {
        TeamId = person.Team,
        ConnectionId = connection,
        Name = $"Gold {Guid.NewGuid():N}",
        Throttle = new Throttle { RateLimit = 100, BurstLimit = 200 },
        Quota = new Quota { Limit = 1000, Period = QuotaPeriod.Day },
        Stages = [.. stages.Select(stage => new PlanStage { StageId = stage.Id })],
    };

    public static async Task<UsagePlanView> PlanAsync(Person person, params StageView[] stages) =>
        await MakeAsync(person, Terms(person, await Pipeline.SandboxAsync(person), stages));

    public static Task<UsagePlanView> MakeAsync(Person person, CreateUsagePlan plan) => person.Http.PostAsync<UsagePlanView>("/api/v1/plans", plan);

    public static Task<HttpResponseMessage> TryMakeAsync(Person person, object plan) => person.Http.SendAsync(HttpMethod.Post, "/api/v1/plans", plan);

    public static Task<UsagePlanView> ReadAsync(Person person, UsagePlanView plan) => person.Http.GetAsync<UsagePlanView>($"/api/v1/plans/{plan.Id}");

    /// <summary>All of a plan as it stands, for saving it with something else.</summary>
    public static ChangeUsagePlan Again(UsagePlanView plan) => new()
    {
        Name = plan.Name,
        Description = plan.Description,
        Throttle = plan.Throttle,
        Quota = plan.Quota,
        Stages = [.. plan.Stages.Select(stage => new PlanStage { StageId = stage.StageId, Methods = stage.Methods })],
        Version = plan.Version,
    };

    public static Task<UsagePlanView> ChangeAsync(Person person, UsagePlanView plan, ChangeUsagePlan change) => person.Http.PutAsync<UsagePlanView>($"/api/v1/plans/{plan.Id}", change);

    public static Task<HttpResponseMessage> TryChangeAsync(Person person, UsagePlanView plan, ChangeUsagePlan change) => person.Http.SendAsync(HttpMethod.Put, $"/api/v1/plans/{plan.Id}", change);

    public static Task<HttpResponseMessage> TryProposeAsync(Person person, UsagePlanView plan) => person.Http.SendAsync(HttpMethod.Post, $"/api/v1/plans/{plan.Id}/changes", new { });

    public static async Task<RunView> ProposeAsync(Person person, UsagePlanView plan)
    {
        var proposed = await (await TryProposeAsync(person, plan)).AnswerAsync<ProposedUsagePlan>(HttpStatusCode.Created);

        return await person.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}");
    }

    /// <summary>Brings it to AWS.</summary>
    public static async Task<RunView> ApplyAsync(Person person, UsagePlanView plan) => await DoneAsync(person, await ProposeAsync(person, plan));

    public static async Task<RunView> DoneAsync(Person person, RunView proposed)
    {
        var run = await Pipeline.ApproveAsync(person, proposed);
        Assert.True(run.State is RunState.Done, run.Outcome);

        return run;
    }

    public static async Task<RunView> UndoAsync(Person person, RunView run) =>
        await DoneAsync(person, await person.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/undo", new { }));

    public static async Task<DeletedUsagePlan> DeleteAsync(Person person, UsagePlanView plan) =>
        await (await person.Http.DeleteAsync($"/api/v1/plans/{plan.Id}?version={plan.Version}", TestContext.Current.CancellationToken)).AnswerAsync<DeletedUsagePlan>(HttpStatusCode.OK);

    /// <summary>A WebSocket API whose connections need a key; what names the routes ask and echo comes back from the backend.</summary>
    public static async Task<ApiView> SocketApiAsync(Person person, string backend = "https://backend.example.com", bool keyed = true) => (await person.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new
    {
        teamId = person.Team,
        name = $"Chat {Guid.NewGuid():N}",
        protocol = "WebSocket",
        document = new { text = SocketDocument(backend, keyed) },
    })).Api;

    private static string SocketDocument(string backend, bool keyed) => $$"""
        openapi: 3.0.1
        info: { title: Chat, version: "1" }
        x-amazon-apigateway-route-selection-expression: $request.body.action
        components: { securitySchemes: { key: { type: apiKey, in: header, name: x-api-key } } }
        paths:
          /$connect:
            x-amazon-apigateway-any-method:
              security: {{(keyed ? "[{ key: [] }]" : "[]")}}
              x-amazon-apigateway-integration: { type: mock, requestTemplates: { $default: "{\"statusCode\": 200}" }, templateSelectionExpression: \$default }
          /ask:
            x-amazon-apigateway-any-method: { x-amazon-apigateway-route-response: true, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "{{backend}}/ask" } }
          /echo:
            x-amazon-apigateway-any-method: { x-amazon-apigateway-route-response: true, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "{{backend}}/echo" } }
        """;

    /// <summary>A stage to which something is deployed.</summary>
    public static async Task<StageView> DeployedStageAsync(Person person, ApiView? api = null, string name = "dev")
    {
        var stage = await Pipeline.StageAsync(person, api ?? await Catalog.Given.ApiAsync(person, text: KeyedPets), name);
        await Pipeline.DeployAsync(person, stage);

        return await Pipeline.StageAsync(person, stage.Id);
    }
}
