using System.Text.Json.Nodes;

namespace Portal.Tests.Platform;

/// <summary>The OpenAPI document of the portal's own API says of each route what it is for, who may ask and what comes back.</summary>
public sealed class ApiDocumentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own()
    {
        var names = (await OperationsAsync()).Select(operation => operation.Operation["operationId"]?.ToString() ?? operation.Name).ToArray();

        Assert.Equal(names.Distinct(), names);
        Assert.DoesNotContain(names, name => name.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_for_and_who_may_ask()
    {
        Assert.Empty(
            from operation in await OperationsAsync()
            where operation.Operation["summary"]?.ToString() is null or "" || operation.Operation["summary"]!.ToString() == operation.Operation["operationId"]?.ToString()
                || operation.Operation["description"]?.ToString().Contains("For ", StringComparison.Ordinal) is not true && operation.Operation["description"]?.ToString().Contains("Needs no token.", StringComparison.Ordinal) is not true
            select operation.Name);
    }

    [Fact]
    public async Task An_operation_stands_in_the_room_of_its_request()
    {
        var operations = await OperationsAsync();

        Assert.DoesNotContain(operations, operation => operation.Operation["tags"]![0]!.ToString().Contains('.', StringComparison.Ordinal));
        Assert.Equal("Sync", operations.Single(operation => operation.Name is "post /api/v1/runs/{id}/approve").Operation["tags"]![0]!.ToString());
    }

    [Fact]
    public async Task What_needs_a_token_says_so()
    {
        var operations = await OperationsAsync();

        Assert.Equal("token", Assert.Single(operations.Single(operation => operation.Name is "get /api/v1/runs").Operation["security"]!.AsArray())!.AsObject().Single().Key);
        Assert.Empty(operations.Single(operation => operation.Name is "get /api/v1/catalog").Operation["security"]?.AsArray() ?? []);
        Assert.Equal("bearer", (await DocumentAsync())["components"]!["securitySchemes"]!["token"]!["scheme"]!.ToString());
    }

    [Fact]
    public async Task A_number_is_a_number()
    {
        var version = (await DocumentAsync())["components"]!["schemas"]!["ApproveRun"]!["properties"]!["version"]!;

        Assert.Equal("integer", version["type"]!.ToString());
        Assert.Null(version["pattern"]);
    }

    [Fact]
    public async Task No_words_are_left_as_the_compiler_writes_them()
    {
        var text = (await DocumentAsync()).ToJsonString();

        Assert.DoesNotContain("cref", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b(string|int|bool)\?? [A-Z]\w+\.[A-Z]", text);
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await portal.CreateClient().GetStringAsync("/openapi/v1.json", Cancelled))!;

    private async Task<IReadOnlyList<(string Name, JsonObject Operation)>> OperationsAsync() =>
    [
        .. from path in (await DocumentAsync())["paths"]!.AsObject()
           where path.Key.StartsWith("/api/", StringComparison.Ordinal)
           from operation in path.Value!.AsObject()
           select ($"{operation.Key} {path.Key}", operation.Value!.AsObject()),
    ];
}
