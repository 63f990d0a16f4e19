using System.Text;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Aws;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Tests.Aws;

namespace Portal.Tests.Sync;

/// <summary>Somebody who works in the portal's sandbox beside the portal, and tags nothing unless told.</summary>
internal sealed class ForeignAccount : IAsyncDisposable
{
    private readonly ServiceProvider _http;
    private readonly HttpClient _admin;

    private ForeignAccount(Guid connection, Uri address)
    {
        Connection = connection;
        _http = AwsBench.Http();
        _admin = new HttpClient { BaseAddress = address };
        Aws = AwsClients.Of(new AwsEndpoint("us-east-1", address), null, new AwsSettings(), _http.GetRequiredService<SharedHttp>(), NoPace.Instance);
    }

    public Guid Connection { get; }

    public AwsClients Aws { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ForeignAccount> OfAsync(PortalFixture portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var connection = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Connection>().SingleAsync(connection => connection.IsSandbox, Cancelled);

        return new ForeignAccount(connection.Id, portal.Services.GetRequiredService<SandboxHost>().Address!);
    }

    /// <summary>An API of a document, with a stage prod that serves it.</summary>
    public async Task<string> MakeApiAsync(string name, string document, Dictionary<string, string>? tags = null)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(document));
        var made = await Aws.Writing.ImportRestApiAsync(new ImportRestApiRequest { Body = body, Parameters = new() { ["endpointConfigurationTypes"] = "REGIONAL" } }, Cancelled);
        await Aws.Writing.UpdateRestApiAsync(new UpdateRestApiRequest { RestApiId = made.Id, PatchOperations = [new() { Op = Op.Replace, Path = "/name", Value = name }] }, Cancelled);
        await Aws.Writing.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = made.Id, StageName = "prod", Description = "by hand", Variables = new() { ["backend"] = "example.com", ["vpcLink"] = "abc123" } }, Cancelled);

        if (tags is not null)
        {
            await Aws.Writing.TagResourceAsync(new TagResourceRequest { ResourceArn = $"arn:aws:apigateway:us-east-1::/restapis/{made.Id}", Tags = tags }, Cancelled);
        }

        return made.Id;
    }

    public async Task<string> MakePlanAsync(string name, string api) => (await Aws.Writing.CreateUsagePlanAsync(
        new CreateUsagePlanRequest
        {
            Name = name,
            Description = "by hand",
            Throttle = new ThrottleSettings { RateLimit = 10, BurstLimit = 20 },
            Quota = new QuotaSettings { Limit = 1000, Period = "DAY" },
            ApiStages = [new ApiStage { ApiId = api, Stage = "prod", Throttle = new() { ["/pets/GET"] = new ThrottleSettings { RateLimit = 1, BurstLimit = 2 } } }],
        },
        Cancelled)).Id;

    public async Task<long> LastCallAsync() => await CallsAsync(0) is [.., var last] ? last.Number : 0;

    /// <summary>The writes that the sandbox saw since then; of an operation that it does not know it cannot tell what it is.</summary>
    public async Task<IReadOnlyList<string>> WritesAfterAsync(long number) => [.. (await CallsAsync(number)).Where(call => !call.IsRead && call.Operation is not "(unknown)").Select(call => call.Operation)];

    /// <summary>All that AWS says of the API and its plans, without tags and times of change.</summary>
    public async Task<string> SaidAsync(string api, string plan)
    {
        object[] answers =
        [
            await Aws.Reading.GetRestApiAsync(new GetRestApiRequest { RestApiId = api }, Cancelled),
            await Aws.Reading.GetResourcesAsync(new GetResourcesRequest { RestApiId = api, Embed = ["methods"], Limit = 500 }, Cancelled),
            await Aws.Reading.GetStagesAsync(new GetStagesRequest { RestApiId = api }, Cancelled),
            await Aws.Reading.GetDeploymentsAsync(new GetDeploymentsRequest { RestApiId = api }, Cancelled),
            await Aws.Reading.GetUsagePlanAsync(new GetUsagePlanRequest { UsagePlanId = plan }, Cancelled),
        ];
        var nodes = answers.Select(answer => System.Text.Json.JsonSerializer.SerializeToNode(answer, answer.GetType())!.AsObject()).ToList();

        nodes.ForEach(Strip);

        return string.Join('\n', nodes.Select(node => node.ToJsonString()));
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _http.DisposeAsync();
    }

    private static void Strip(System.Text.Json.Nodes.JsonNode? node)
    {
        if (node is System.Text.Json.Nodes.JsonObject members)
        {
            foreach (var name in new[] { "Tags", "LastUpdatedDate", "ResponseMetadata", "ContentLength", "HttpStatusCode" })
            {
                members.Remove(name);
            }

            foreach (var (_, value) in members)
            {
                Strip(value);
            }
        }
        else if (node is System.Text.Json.Nodes.JsonArray items)
        {
            foreach (var item in items)
            {
                Strip(item);
            }
        }
    }

    private async Task<IReadOnlyList<(long Number, string Operation, bool IsRead)>> CallsAsync(long after)
    {
        var calls = System.Text.Json.Nodes.JsonNode.Parse(await _admin.GetStringAsync(new Uri($"/_sandbox/calls?after={after}", UriKind.Relative), Cancelled))!["calls"]!.AsArray();

        return [.. calls.Select(call => (call!["number"]!.GetValue<long>(), call["operation"]!.ToString(), call["isRead"]!.GetValue<bool>()))];
    }
}
