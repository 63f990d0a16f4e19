using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.ApiGateway;
using Portal.Tests.Sandbox.ApiGatewayV2;
using Portal.Tests.Sandbox.CloudWatch;
using Portal.Tests.Sandbox.Logs;

namespace Portal.Tests.Sandbox;

public sealed class ForeignClientTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Every script of a foreign client, and the time at which it begins. Whoever adds an operation to the sandbox adds a call of it to one of these.</summary>
    private static readonly (string Name, DateTimeOffset Time, string Script, string Argument)[] Scripts =
    [
        ("life of an API", Noon, ForeignClientScript.LifeOfAnApi, ""),
        ("life of a key", Noon, ForeignPlanScript.LifeOfAKey, ""),
        ("updates", Noon, UpdateScript.Updates, ""),
        ("around an API", Noon, ApiGateway.AroundScript.Around, Given.MockDocument()),
        ("HTTP and WebSocket APIs", Noon, LifeScript.LifeOfApis, ""),
        ("around HTTP APIs", Noon, ApiGatewayV2.AroundScript.AroundApis, ""),
        ("documents of HTTP APIs", Noon, DocumentScript.ThereAndBack, ""),
        ("metrics", Watch.Noon.AddMinutes(30), MetricScript.PutAndReadBack, "json"),
        ("logs", Watch.Noon, LogScript.EventsPutAndFound, ""),
        ("around the gateway", Noon, ForeignAroundScript.AroundTheGateway, ""),
        ("the rest", Noon, ForeignRestScript.TheRest, ""),
        ("strictness", Noon, ForeignAroundScript.Strictness, ""),
    ];

    /// <summary>A query that could be stopped has ended before a client can say so; its refusal is seen instead.</summary>
    private static readonly string[] Fleeting = ["logs.StopQuery"];

    /// <summary>One process calls everything; boto3 and AWS's own service models judge each answer (<see cref="ForeignClient.Start"/>).</summary>
    [Fact]
    public async Task Every_operation_answers_boto3_as_AWS_documents_it()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Noon) });

        var answered = await ForeignClient.RunAllAsync(bench, Scripts);

        Assert.Empty(bench.Server.Operations.Select(Known).Except(answered.Keys).Except(Fleeting));
        Assert.True(answered.Values.Sum() >= 300, $"{answered.Values.Sum()} calls");
    }

    [Fact]
    public async Task The_command_line_makes_an_API_and_finds_it_in_CloudTrail()
    {
        await using var bench = await Bench.StartAsync();

        var made = await CommandAsync(bench, "apigateway", "create-rest-api", "--name", "from the command line", "--tags", "a=b");
        var id = $"{made["id"]}";

        Assert.Equal("REGIONAL", (string?)(await CommandAsync(bench, "apigateway", "update-rest-api", "--rest-api-id", id, "--patch-operations", "op=replace,path=/endpointConfiguration/types/EDGE,value=REGIONAL"))["endpointConfiguration"]!["types"]![0]);
        Assert.Equal("b", (string?)(await CommandAsync(bench, "apigateway", "get-tags", "--resource-arn", $"arn:aws:apigateway:eu-central-1::/restapis/{id}"))["tags"]!["a"]);
        Assert.Equal("123456789012", (string?)(await CommandAsync(bench, "sts", "get-caller-identity"))["Account"]);
        var told = await CommandAsync(bench, "cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=EventName,AttributeValue=CreateRestApi");
        Assert.Contains("aws-cli", (string)told["Events"]![0]!["CloudTrailEvent"]!, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> CommandAsync(Bench bench, params string[] arguments) => JsonNode.Parse(await ForeignClient.CommandAsync(bench, arguments))!;

    /// <summary>As boto3 knows it.</summary>
    private static string Known(Portal.Sandbox.Wire.Operation operation) => $"{(operation.Service, operation.Template.StartsWith("/v2", StringComparison.Ordinal)) switch
    {
        ("apigateway", true) => "apigatewayv2",
        ("monitoring", _) => "cloudwatch",
        var (service, _) => service,
    }}.{operation.Name}";
}
