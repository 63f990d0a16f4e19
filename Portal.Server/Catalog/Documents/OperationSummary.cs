using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>What changed in one operation, in a few words each.</summary>
internal static class OperationSummary
{
    public static IReadOnlyList<string> Between(Operation before, SourceDocument old, Operation after, SourceDocument @new)
    {
        var words = before.Json.Concat(after.Json).Select(member => member.Key).Distinct()
            .Where(name => name is not Route.LeaveOutMember && !JsonNode.DeepEquals(before.Json.Node(name), after.Json.Node(name)))
            .Select(name => name switch
            {
                "operationId" => "operation id",
                "requestBody" => "request body",
                Validators.Use => $"request validator {before.Json.Text(Validators.Use) ?? "(default)"} -> {after.Json.Text(Validators.Use) ?? "(default)"}",
                IntegrationJson.Member => IntegrationWords(before.Json, after.Json),
                "security" or ProjectionSecurity.Auth => SecurityWords(before, old, after, @new) ?? "security",
                _ => name,
            });
        var shared = before.Item.Concat(after.Item).Select(member => member.Key).Distinct()
            .Where(name => !DocumentShape.Methods.Contains(name) && !JsonNode.DeepEquals(before.Item.Node(name), after.Item.Node(name)))
            .Select(name => $"{name} of the path");

        return [.. words.Concat(shared).Distinct()];
    }

    private static string IntegrationWords(JsonObject before, JsonObject after)
    {
        var (was, now) = (Words(IntegrationJson.Read(before)), Words(IntegrationJson.Read(after)));

        // It calls the same in another way.
        return was != now || before.Member(IntegrationJson.Member) is not { } old || after.Member(IntegrationJson.Member) is not { } @new
            ? $"integration {was} -> {now}"
            : string.Join(", ", old.Concat(@new).Select(member => member.Key).Distinct().Where(name => !JsonNode.DeepEquals(old.Node(name), @new.Node(name))).Select(name => $"integration's {name}"));
    }

    private static string? SecurityWords(Operation before, SourceDocument old, Operation after, SourceDocument @new) =>
        string.Join(", ", new[] { SecuritySummary.Between(before, old, after, @new), KeyWords(before, old, after, @new) }.OfType<string>()) is { Length: > 0 } words ? words : null;

    private static string? KeyWords(Operation before, SourceDocument old, Operation after, SourceDocument @new) => (NeedsKey(before, old), NeedsKey(after, @new)) switch
    {
        (false, true) => "API key required",
        (true, false) => "API key no longer required",
        _ => null,
    };

    private static bool NeedsKey(Operation operation, SourceDocument document)
    {
        var keys = ApiKeySchemes.In(document.Root, document.Version);

        return Security.Of(operation.Json, document.Root).Any(keys.Contains);
    }

    private static string Words(RouteIntegration? integration) => integration switch
    {
        null => "(default)",
        RouteIntegration.Mock mock => $"mock {mock.Status}",
        RouteIntegration.Http http => $"{http.Method} {http.Url}",
        RouteIntegration.HttpProxy proxy => $"proxy to {proxy.Method} {proxy.Url}",
        RouteIntegration.LambdaProxy lambda => $"Lambda {lambda.FunctionArn}",
        RouteIntegration.Other other => $"{other.Type} {other.Uri}".TrimEnd(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
