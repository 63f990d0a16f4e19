using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>What changed in a document outside of its routes.</summary>
internal static class SettingsSummary
{
    private static readonly string[] Spoken = ["paths", "info", "openapi", "swagger", DefaultIntegration.Member, "components", "definitions", "security", "securityDefinitions", .. PartsSummary.Spoken];

    public static IEnumerable<string> Between(SourceDocument old, SourceDocument @new)
    {
        var (before, after) = (old.Root, @new.Root);

        var sentences = new[]
        {
            Changed("OpenAPI version", old.Version.Text, @new.Version.Text),
            Changed("Title", before.Member("info").Text("title"), after.Member("info").Text("title")),
            Changed("Version", before.Member("info").Text("version"), after.Member("info").Text("version")),
            Changed("Default integration", Words(DefaultIntegration.Of(before)), Words(DefaultIntegration.Of(after))),
            Models(before, after),
        };
        var guards =
            from scheme in ApiKeySchemes.SchemesOf(after, @new.Version).Members
            let was = ApiKeySchemes.SchemesOf(before, old.Version).Member(scheme.Key).Text(ProjectionSchemes.AtGateway)
            let now = scheme.Value.Text(ProjectionSchemes.AtGateway)
            where was != now
            select $"Security {scheme.Key} at the gateway: {was ?? "(nothing)"} -> {now ?? "(nothing)"}.";
        var rest =
            from place in Others(before).Concat(Others(after)).DistinctBy(place => place.Name)
            where !JsonNode.DeepEquals(At(before, place), At(after, place))
            select place.Name;

        return [.. sentences.OfType<string>(), .. SecuritySummary.Between(old, @new), .. PartsSummary.Between(before, after), .. guards, .. rest.ToList() is [_, ..] names ? [$"Changed {string.Join(", ", names)}."] : Array.Empty<string>()];
    }

    /// <summary>What is left of the root, of info and of components.</summary>
    private static IEnumerable<(string Name, string? Owner, string Member)> Others(JsonObject root) =>
    [
        .. root.Where(member => !Spoken.Contains(member.Key)).Select(member => (member.Key, (string?)null, member.Key)),
        .. root.Member("info").Members.Where(member => member.Key is not ("title" or "version")).Select(member => ($"info.{member.Key}", (string?)"info", member.Key)),
        .. root.Member("components").Members.Where(member => member.Key is not ("schemas" or "securitySchemes")).Select(member => ($"components.{member.Key}", (string?)"components", member.Key)),
        .. root.Member("paths").Members.Where(member => member.Key is not ['/', ..]).Select(member => ($"paths.{member.Key}", (string?)"paths", member.Key)),
    ];

    private static JsonNode? At(JsonObject root, (string Name, string? Owner, string Member) place) => (place.Owner is null ? root : root.Node(place.Owner)).Node(place.Member);

    /// <summary>A few by name, more in numbers.</summary>
    private static string? Models(JsonObject before, JsonObject after)
    {
        var (old, @new) = (ModelsOf(before), ModelsOf(after));
        List<string> added = [.. @new.Keys.Where(name => !old.ContainsKey(name))];
        List<string> removed = [.. old.Keys.Where(name => !@new.ContainsKey(name))];
        List<string> changed = [.. @new.Where(model => old.TryGetValue(model.Key, out var was) && !JsonNode.DeepEquals(was, model.Value)).Select(model => model.Key)];
        var few = added.Count + removed.Count + changed.Count <= 3;
        string[] words = [.. new[] { (added, "added"), (changed, "changed"), (removed, "removed") }.Where(part => part.Item1.Count > 0).Select(part => $"{(few ? string.Join(", ", part.Item1) : part.Item1.Count)} {part.Item2}")];

        return words is [] ? null : $"Models: {string.Join(", ", words)}.";
    }

    private static Dictionary<string, JsonNode?> ModelsOf(JsonObject root) => (root.Member("components").Member("schemas") ?? root.Member("definitions")).Members.ToDictionary();

    private static string? Changed(string what, string? before, string? after) => before == after ? null : $"{what}: {before ?? "(none)"} -> {after ?? "(none)"}.";

    private static string? Words(DefaultIntegration? integration) => integration switch
    {
        null => null,
        DefaultIntegration.Mock mock => $"mock {mock.Status}{(mock.Body is "" ? "" : $" with {DocumentReader.Shown(mock.Body)}")}",
        DefaultIntegration.HttpProxy proxy => $"proxy to {proxy.BaseUrl}",
        DefaultIntegration.LambdaProxy lambda => $"Lambda {lambda.FunctionArn}{(lambda.Role is null ? "" : $" as {lambda.Role}")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
