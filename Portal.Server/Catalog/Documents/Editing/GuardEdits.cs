using System.Diagnostics;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Who may call routes: an operation's security, or the document's, whose part about API keys stays as it is.</summary>
internal static class GuardEdits
{
    public static void Set(Draft draft, DocumentEdit.SetGuard edit)
    {
        foreach (var route in edit.Routes)
        {
            Write(draft, draft.Operation(route), edit.Guard);
        }

        SchemeEdits.RemoveOursIfUnused(draft);
    }

    public static void SetDefault(Draft draft, DocumentEdit.SetDefaultGuard edit)
    {
        var keys = ApiKeySchemes.In(draft.Root, draft.Version);
        var guards = new Guards(draft.Root, draft.Version);
        var before = draft.Root.Items("security").SelectMany(way => way.Members.Select(scheme => scheme.Key)).Any(keys.Contains);

        if (Same(guards.OfDocument(), edit.Guard) && before == edit.ApiKeyRequired)
        {
            return;
        }

        var preflights = Operation.AllOf(draft.Root)
            .Where(operation => operation.Name.Method is "OPTIONS" && CorsPreflight.Read(operation.Json) is not null && !Security.Of(operation.Json, draft.Root).Any())
            .ToList();
        var ways = WaysOf(draft, guards, edit.Guard);

        if (edit.ApiKeyRequired)
        {
            ApiKeyEdits.Demand(ways, ApiKeyEdits.Key(draft, keys));
        }

        if (ways is [])
        {
            draft.Root.Remove("security");
        }
        else
        {
            draft.Root["security"] = new JsonArray([.. ways]);
        }

        // A browser brings nothing to a preflight, so that what guards the rest must not guard it.
        foreach (var preflight in preflights)
        {
            ApiKeyEdits.Store(draft, preflight.Json, []);
        }

        SchemeEdits.RemoveOursIfUnused(draft);
    }

    private static void Write(Draft draft, JsonObject operation, Guard guard)
    {
        var guards = new Guards(draft.Root, draft.Version);

        if (guard is Guard.Default ? Guards.FollowsDefault(operation) : Same(guards.Of(operation), guard))
        {
            return;
        }

        var keys = ApiKeySchemes.In(draft.Root, draft.Version);
        var needsKey = Security.Of(operation, draft.Root).Any(keys.Contains);
        var ways = guard is Guard.Default
            ? [.. draft.Root.Items("security").OfType<JsonObject>().Select(way => (JsonObject)way.DeepClone()).Where(way => ApiKeyEdits.Without(way, keys))]
            : WaysOf(draft, guards, guard);

        if (needsKey)
        {
            ApiKeyEdits.Demand(ways, ApiKeyEdits.Key(draft, keys));
        }

        operation.Remove(ProjectionSecurity.Auth);
        ApiKeyEdits.Store(draft, operation, ways);
    }

    private static List<JsonObject> WaysOf(Draft draft, Guards guards, Guard guard) => guard switch
    {
        Guard.Open => [],
        Guard.Iam => [new JsonObject { [guards.All(SchemeKind.Iam).FirstOrDefault() ?? MakeIam(draft)] = new JsonArray() }],
        Guard.By by => [new JsonObject { [Known(guards, by)] = new JsonArray([.. by.Scopes.Select(scope => (JsonNode)scope)]) }],
        Guard.Default or Guard.Other => throw new EditRefusedException("Choose who may call: everybody, signed calls, or whom an authorizer lets through."),
        _ => throw new UnreachableException(),
    };

    private static string Known(Guards guards, Guard.By by) => guards.Kind(by.Authorizer) is SchemeKind.Authorizer
        ? by.Authorizer
        : throw new EditRefusedException($"There is no authorizer '{by.Authorizer}'.");

    private static string MakeIam(Draft draft)
    {
        SchemeEdits.Add(draft, Guards.OurIam, new JsonObject { ["type"] = "apiKey", ["name"] = "Authorization", ["in"] = "header", [AuthorizerJson.AuthType] = "awsSigv4" });

        return Guards.OurIam;
    }

    private static bool Same(Guard now, Guard wanted) => (now, wanted) switch
    {
        (Guard.By a, Guard.By b) => a.Authorizer == b.Authorizer && a.Scopes.SequenceEqual(b.Scopes),
        _ => now == wanted,
    };
}
