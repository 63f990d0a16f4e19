using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>The CORS preflight of a path: its OPTIONS operation.</summary>
internal static partial class Preflights
{
    /// <summary>The methods of a path in the order in which tables list them.</summary>
    public static IReadOnlyList<string> MethodsOf(Draft draft, string path) => draft.Paths.Member(path) is { } item
        ? [.. DocumentShape.Methods.Where(item.ContainsKey).Select(member => RouteName.Of(member, path).Method)]
        : [];

    public static bool IsPreflight(JsonObject item) => item.Member("options") is { } options && CorsPreflight.Read(options) is not null;

    public static void Set(Draft draft, string path, CorsPreflight? cors)
    {
        if (cors is not null)
        {
            Write(draft, path, cors);
            return;
        }

        var item = draft.Paths.Member(path)!;

        if (IsPreflight(item))
        {
            item.Remove("options");
        }
        else if (item.ContainsKey("options"))
        {
            throw NoPreflight(path);
        }
    }

    public static void Write(Draft draft, string path, CorsPreflight cors)
    {
        Check(cors);
        var item = draft.Paths.Member(path)!;

        if (item.ContainsKey("options") && !IsPreflight(item))
        {
            throw NoPreflight(path);
        }

        var methods = cors.AllowMethods.Count > 0 ? cors.AllowMethods : Allowed(MethodsOf(draft, path));
        var written = (cors with { AllowMethods = methods }).Write(draft.Version, isOpen: draft.Root.Items("security").Any());

        if (item.Member("options") is { } options)
        {
            Join(options, written, draft.Version);
            return;
        }

        item["options"] = written;
        ParameterEdits.Write(draft, new RouteName("OPTIONS", path), []);
    }

    /// <summary>A preflight that allowed the methods that the path had allows those that it has now; one that allowed others was meant so.</summary>
    public static void Refresh(Draft draft, string path, IReadOnlyList<string> before)
    {
        if (draft.Paths.Member(path).Member("options") is not { } options || CorsPreflight.Read(options) is not { } cors || !cors.AllowMethods.SequenceEqual(Allowed(before)))
        {
            return;
        }

        CorsPreflight.WriteMethods(options, Allowed(MethodsOf(draft, path)));
    }

    /// <summary>Writes what a preflight answers anew, where it is another answer; the rest of the operation stays.</summary>
    private static void Join(JsonObject options, JsonObject written, OpenApiVersion version)
    {
        var before = CorsPreflight.Read(options)!.Write(version, isOpen: false);

        if (JsonNode.DeepEquals(before[IntegrationJson.Member], written[IntegrationJson.Member]))
        {
            return;
        }

        options[IntegrationJson.Member] = written[IntegrationJson.Member]!.DeepClone();

        foreach (var (status, response) in written.Member("responses").Members)
        {
            Draft.Child(options, "responses")[status] = response!.DeepClone();
        }
    }

    /// <summary>In the preflight's header, ANY is written out.</summary>
    private static List<string> Allowed(IEnumerable<string> methods) => methods.Contains("ANY")
        ? [.. RoutePath.Methods.Where(method => method is not "ANY")]
        : [.. methods.Append("OPTIONS").Distinct()];

    private static void Check(CorsPreflight cors)
    {
        var fault = cors switch
        {
            _ when cors.AllowOrigins.FirstOrDefault(origin => !Origin().IsMatch(origin)) is { } origin => $"An origin is * or like https://example.com; '{origin}' is not.",
            { AllowOrigins: [] } => "Name an origin, or * for all.",
            { HasSeveral: true } when cors.AllowOrigins.Contains("*") => "* is for all origins: name none besides.",
            _ when cors.AllowMethods.FirstOrDefault(method => !Token().IsMatch(method)) is { } method => $"'{method}' is no method.",
            _ when cors.AllowHeaders.FirstOrDefault(header => !Token().IsMatch(header)) is { } header => $"'{header}' is no name of a header.",
            { AllowCredentials: true, AllowOrigins: ["*"] } => "With credentials, browsers take no *: name the origin.",
            { MaxAge: < 0 or > 86_400 } => "A browser remembers a preflight for 0 to 86,400 seconds.",
            _ => null,
        };

        if (fault is not null)
        {
            throw new EditRefusedException(fault);
        }
    }

    private static EditRefusedException NoPreflight(string path) => new($"OPTIONS {path} is an operation of its own and no preflight that API Gateway answers itself.");

    [GeneratedRegex(@"\A(\*|null|https?://[A-Za-z0-9.:\[\]-]+)\z")]
    private static partial Regex Origin();

    [GeneratedRegex(@"\A(\*|[A-Za-z0-9!#$%&*+.^_`|~-]+)\z")]
    private static partial Regex Token();
}
