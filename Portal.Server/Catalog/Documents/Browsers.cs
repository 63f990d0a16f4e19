using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>Which paths browsers may call from other sites, and who sends the header that they look for.</summary>
internal static class Browsers
{
    public const string Origin = "Access-Control-Allow-Origin";

    public const string Credentials = "Access-Control-Allow-Credentials";

    private static readonly string[] Defaults = ["DEFAULT_4XX", "DEFAULT_5XX"];

    /// <summary>The gateway responses that must have the header: the two that stand for others, and those that say something of their own, for which these do not stand any more.</summary>
    public static List<string> ErrorsOf(JsonObject root) => [.. Defaults.Union(root.Member(GatewayResponses.Member).Members.Where(response => response.Value is JsonObject).Select(response => response.Key))];

    public static BrowsersView Of(SourceDocument document, int revision) => new()
    {
        Revision = revision,
        OnErrors = ErrorsOf(document.Root).TrueForAll(type => GatewayResponses.HeadersOf(document.Root.Member(GatewayResponses.Member).Member(type)).Keys.Contains(Origin, StringComparer.OrdinalIgnoreCase)),
        OfHttpApi = HttpCors.Read(document.Root),
        Paths = [.. Operation.AllOf(document.Root).GroupBy(operation => operation.Name.Path).Select(path => PathOf(path.Key, [.. path]))],
    };

    /// <summary>The answers of an integration to which API Gateway adds headers: not those of a proxy, nor of a function that answers wholly.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> AnswersOf(JsonObject operation) =>
        operation.Member(IntegrationJson.Member) is { } integration && integration.Text("type")?.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase) is false
            ? integration.Member("responses").Members.Where(answer => answer.Value is JsonObject).Select(answer => KeyValuePair.Create(answer.Key, (JsonObject)answer.Value!))
            : [];

    /// <summary>Whether each answer is made by a template, which can name the caller's origin; a mock that says nothing gets one.</summary>
    public static bool NamesSeveral(JsonObject operation) =>
        operation.Member(IntegrationJson.Member) is { } integration && AnswersOf(operation).All(answer => IsMock(integration) || answer.Value.Member("responseTemplates") is { Count: > 0 });

    public static bool IsMock(JsonObject integration) => "mock".Equals(integration.Text("type"), StringComparison.OrdinalIgnoreCase);

    private static BrowsersPath PathOf(string path, List<Operation> operations)
    {
        var options = operations.Find(operation => operation.Name.Method is "OPTIONS")?.Json;
        var cors = options is null ? null : CorsPreflight.Read(options);
        var methods = operations.Where(operation => operation.Json != options).ToLookup(operation => AnswersOf(operation.Json).Any(), operation => operation.Name.Method);

        return new BrowsersPath
        {
            Path = path,
            Cors = cors.ToView(),
            HasOwnOptions = options is not null && cors is null,
            Sends = [.. methods[true]],
            Passes = [.. methods[false]],
            NameOne = [.. operations.Where(operation => methods[true].Contains(operation.Name.Method) && !NamesSeveral(operation.Json)).Select(operation => operation.Name.Method)],
        };
    }
}
