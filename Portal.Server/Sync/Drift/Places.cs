using System.Text.Json.Nodes;
using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Sync.Drift;

/// <summary>Where in a thing something differs, as fine as a person decides about it: a route, a model, a variable, a setting. Pure.</summary>
internal static class Places
{
    /// <summary>All of a thing.</summary>
    public const string Whole = "";

    /// <summary>A canary that somebody made on a stage.</summary>
    public const string Canary = $"/beside/{BesideFact.Canary}";

    private static readonly HashSet<string> Maps = ["methods", "routes", "messageRoutes", "models", "requestValidators", "authorizers", "gatewayResponses", "variables", "stages", "mappings", "routingRules", "vpcEndpoints", "tags", "parts", "versions"];

    private static readonly HashSet<string> FullOnly = ["models", "requestValidators", "authorizers", "gatewayResponses"];

    /// <summary>The place of a member: the entry of a map, or else the member at the top.</summary>
    public static string Of(DifferenceLine line) => line.Path switch
    {
        ["settings", "methods", var method, ..] => $"/settings/methods/{PointerName.Escaped(method)}",
        ["settings", var member, ..] => $"/settings/{member}",
        [var map, var entry, ..] when Maps.Contains(map) => $"/{map}/{PointerName.Escaped(entry)}",
        _ => $"/{line.Path[0]}",
    };

    /// <summary>Whether a quick check sees it: it asks neither for what stands beside the routes nor for the deployments.</summary>
    public static bool IsSeenByQuick(Address address, string place) =>
        address.Kind is not (Kind.Deployment or Kind.Documentation) && !(address.Kind is Kind.ApiKey && PathOf(place) is ["description" or "enabled" or "customerId" or "marked"] or ["tags", ..]) && !(address.Kind is Kind.RestApi or Kind.HttpApi && PathOf(place) is [var map, ..] && FullOnly.Contains(map));

    /// <summary>One thing with some places as they are in another form of it.</summary>
    public static Spec Take(Spec from, Spec into, IEnumerable<string> places)
    {
        var (source, target) = (JsonNode.Parse(from.Text)!.AsObject(), JsonNode.Parse(into.Text)!.AsObject());

        foreach (var place in places)
        {
            string[] path = [.. PathOf(place)];

            if (path is not [.. var above, var member])
            {
                return from;
            }

            var (there, here) = ((JsonObject?)source, target);

            foreach (var segment in above)
            {
                (there, here) = (there?[segment] as JsonObject, Below(here, segment));
            }

            Put(there, here, member);
        }

        return Spec.Parse(target.ToJsonString());
    }

    /// <summary>As a person says it.</summary>
    public static string NameOf(Spec thing, string place, IReadOnlyDictionary<string, string> names) => (thing, PathOf(place)) switch
    {
        (ApiKeySpec key, []) => NameOf(key, names),
        (ApiKeySpec key, ["inPlan"]) => $"place in its plan of {NameOf(key, names)}",
        (ApiKeySpec key, ["marked"]) => $"tag portal:id of {NameOf(key, names)}",
        (ApiKeySpec key, ["enabled"]) => $"whether {NameOf(key, names)} is enabled",
        (ApiKeySpec key, ["customerId"]) => $"customer of {NameOf(key, names)}",
        (ApiKeySpec key, ["tags", var tag]) => $"tag {tag} of {NameOf(key, names)}",
        (ApiKeySpec key, [var member]) => $"{member} of {NameOf(key, names)}",
        (_, []) => thing.Label,
        (DefinitionSpec, ["methods" or "routes" or "messageRoutes", var route]) => route,
        (RestApiSpec, ["models", var name]) => $"model {name}",
        (RestApiSpec, ["requestValidators", var name]) => $"request validator {name}",
        (DefinitionSpec, ["authorizers", var name]) => $"authorizer {name}",
        (RestApiSpec, ["gatewayResponses", var name]) => $"gateway response {name}",
        (StageSpec stage, ["variables", var name]) => $"variable {name} of stage {stage.Name}",
        (StageSpec stage, ["accessLog"]) => $"access log of stage {stage.Name}",
        (StageSpec stage, ["settings", "methods", StageSettingsSpec.AllMethods]) => $"settings of all methods of stage {stage.Name}",
        (StageSpec stage, ["settings", "methods", var method]) => $"settings of {method} of stage {stage.Name}",
        (StageSpec stage, ["settings", var member]) => $"{StageSettingsWords.NameOf(member)} of stage {stage.Name}",
        (StageSpec stage, ["tags", var tag]) => $"tag {tag} of stage {stage.Name}",
        (_, ["tags", var tag]) => $"tag {tag}",
        (StageSpec stage, [var member]) => $"{member} of stage {stage.Name}",
        (DocumentationSpec, ["parts", var name]) => $"documentation of {name}",
        (DocumentationSpec, ["versions", var name]) => $"documentation version {name}",
        (DomainNameSpec domain, ["mappings", var path]) => $"{domain.Name}{path}",
        (DomainNameSpec domain, ["vpcEndpoints", var endpoint]) => $"VPC endpoint {endpoint} of {domain.Name}",
        (DomainNameSpec domain, ["policy"]) => $"policy of {domain.Name}",
        (DomainNameSpec domain, ["routingRules", var priority]) => $"routing rule {priority} of {domain.Name}",
        (UsagePlanSpec, ["stages", var key]) => names.TryGetValue(key, out var name) ? $"stage {name}" : UsagePlanSpec.ForeignOf(key) is var (api, stage) ? $"stage {stage} of {api}" : $"stage {key}",
        (_, [var member]) => string.Concat(member.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString())),
        _ => place,
    };

    private static string NameOf(ApiKeySpec key, IReadOnlyDictionary<string, string> names) => $"API key {names.GetValueOrDefault(key.Address.ToString(), key.Name)}";

    public static IReadOnlyList<string> PathOf(string place) => place is Whole ? [] : new DifferenceLine(place, null, null).Path;

    private static JsonObject Below(JsonObject above, string name)
    {
        if (above[name] is JsonObject below)
        {
            return below;
        }

        var made = new JsonObject();
        above[name] = made;

        return made;
    }

    private static void Put(JsonObject? source, JsonObject target, string name)
    {
        if (source is not null && source.TryGetPropertyValue(name, out var value))
        {
            target[name] = value?.DeepClone();
        }
        else
        {
            target.Remove(name);
        }
    }
}
