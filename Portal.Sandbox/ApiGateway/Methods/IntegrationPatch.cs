using System.Globalization;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>The patch paths of UpdateIntegration and UpdateIntegrationResponse. An integration's type is for good.</summary>
internal static class IntegrationPatch
{
    public static Integration Apply(Integration integration, PatchOperation patch) => (patch.Op, patch.Parts) switch
    {
        ("replace", ["uri"]) when integration.Type is not "MOCK" => integration with { Uri = patch.Value },
        ("replace", ["httpMethod"]) when integration.Type is not "MOCK" => integration with { HttpMethod = Words.PooledOrNull(patch.Value) },
        ("replace", ["credentials"]) => integration with { Credentials = patch.Value },
        ("replace", ["connectionType"]) => integration with { ConnectionType = Words.Pooled(ConnectionType(patch.Value)) },
        ("replace", ["connectionId"]) => integration with { ConnectionId = patch.Value },
        ("replace", ["integrationTarget"]) => integration with { IntegrationTarget = patch.Value },
        ("replace", ["passthroughBehavior"]) => integration with { PassthroughBehavior = IntegrationRules.Passthrough(patch.Value) },
        ("replace", ["contentHandling"]) => integration with { ContentHandling = ContentHandling(patch.Value) },
        ("replace", ["responseTransferMode"]) => integration with { ResponseTransferMode = IntegrationRules.TransferMode(patch.Value) },
        ("replace", ["timeoutInMillis"]) => integration with { TimeoutInMillis = int.TryParse(patch.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var timeout) ? timeout : 0 },
        ("replace", ["tlsConfig", "insecureSkipVerification"]) => integration with { TlsConfig = new(EntryPatch.Flag(patch.Value)) },
        ("replace", ["cacheNamespace"]) => integration with { CacheNamespace = patch.Value ?? "" },
        (_, ["cacheKeyParameters", { Length: > 0 } name]) => integration with { CacheKeyParameters = CacheKeys(integration.CacheKeyParameters, name, patch) },
        (_, ["requestParameters", { Length: > 0 } name]) => integration with { RequestParameters = EntryPatch.Apply(integration.RequestParameters, name, patch, EntryPatch.Given("requestParameters"), EntryPatch.NoSuchParameter) },
        (_, ["requestTemplates", { Length: > 0 } type]) => integration with { RequestTemplates = EntryPatch.Apply(integration.RequestTemplates, type, patch, EntryPatch.Text, EntryPatch.NoSuchContentType) },
        _ => throw PatchOperation.BadPath(patch.Path),
    };

    public static IntegrationResponse Apply(IntegrationResponse response, PatchOperation patch) => (patch.Op, patch.Parts) switch
    {
        ("replace", ["selectionPattern"]) => response with { SelectionPattern = Words.PooledOrNull(patch.Value) },
        ("replace", ["contentHandling"]) => response with { ContentHandling = ContentHandling(patch.Value) },
        (_, ["responseParameters", { Length: > 0 } name]) => response with { ResponseParameters = EntryPatch.Apply(response.ResponseParameters, name, patch, EntryPatch.Given("responseParameters"), EntryPatch.NoSuchParameter) },
        (_, ["responseTemplates", { Length: > 0 } type]) => response with { ResponseTemplates = EntryPatch.Apply(response.ResponseTemplates, type, patch, EntryPatch.Text, EntryPatch.NoSuchContentType) },
        _ => throw PatchOperation.BadPath(patch.Path),
    };

    private static IReadOnlyList<string> CacheKeys(IReadOnlyList<string> keys, string name, PatchOperation patch) => patch.Op switch
    {
        "add" => [.. keys.Append(name).Distinct(StringComparer.Ordinal)],
        "remove" when keys.Contains(name) => [.. keys.Where(key => key != name)],
        "replace" when keys.Contains(name) => [.. keys.Select(key => key == name ? patch.Value ?? key : key).Distinct(StringComparer.Ordinal)],
        "remove" or "replace" => throw AwsError.NotFound(EntryPatch.NoSuchParameter),
        _ => throw PatchOperation.BadPath(patch.Path),
    };

    private static string ConnectionType(string? value) => value is "INTERNET" or "VPC_LINK"
        ? value
        : throw AwsError.BadRequest("Invalid connection type specified. Valid options are INTERNET,VPC_LINK");

    /// <summary>Empty takes it away.</summary>
    private static string? ContentHandling(string? value) => value switch
    {
        null or "" => null,
        "CONVERT_TO_BINARY" or "CONVERT_TO_TEXT" => value,
        _ => throw AwsError.BadRequest("Invalid content handling specified. Valid options are CONVERT_TO_BINARY,CONVERT_TO_TEXT"),
    };
}
