using System.Diagnostics;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What changed in who guards a document.</summary>
internal static class SecuritySummary
{
    private static readonly string[] Ours = [ApiKeySchemes.Ours, Guards.OurIam];

    public static IEnumerable<string> Between(SourceDocument old, SourceDocument @new)
    {
        var (before, after) = (SchemesOf(old), SchemesOf(@new));

        return
        [
            .. Schemes(old, @new, before, after),
            .. Default(old) is var was && Default(@new) is var now && was != now ? [$"Without anything of its own, a route is {was} -> {now}."] : Array.Empty<string>(),
        ];
    }

    /// <summary>Null where the two are guarded alike.</summary>
    public static string? Between(Operation before, SourceDocument old, Operation after, SourceDocument @new)
    {
        var (was, now) = (Words(new Guards(old.Root, old.Version).Of(before.Json)), Words(new Guards(@new.Root, @new.Version).Of(after.Json)));

        return was == now ? null : $"{was} -> {now}";
    }

    private static IEnumerable<string> Schemes(SourceDocument old, SourceDocument @new, Dictionary<string, JsonNode?> before, Dictionary<string, JsonNode?> after)
    {
        // The editor's own schemes come and go with the routes that need them, whose sentences say it.
        foreach (var name in before.Keys.Concat(after.Keys).Distinct().Except(Ours))
        {
            var (was, now) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            var kind = Guards.KindOf(@new.Root, now ?? was) is SchemeKind.Authorizer || Guards.KindOf(old.Root, was ?? now) is SchemeKind.Authorizer ? "authorizer" : "security scheme";

            if (!after.ContainsKey(name))
            {
                yield return $"Removed the {kind} {name}.";
            }
            else if (!before.ContainsKey(name))
            {
                yield return $"Added the {kind} {name}.";
            }
            else if (!JsonNode.DeepEquals(WithoutGateway(was), WithoutGateway(now)))
            {
                yield return $"Changed the {kind} {name}{(Members(was, now) is [_, ..] members ? $": {string.Join(", ", members)}" : "")}.";
            }
        }
    }

    private static List<string> Members(JsonNode? before, JsonNode? after)
    {
        var (was, now) = (before.Member(ProjectionSchemes.Authorizer), after.Member(ProjectionSchemes.Authorizer));

        return was is null || now is null ? [] : [.. was.Concat(now).Select(member => member.Key).Distinct().Where(name => !JsonNode.DeepEquals(was.Node(name), now.Node(name)))];
    }

    /// <summary>What stands for it at the gateway has a sentence of its own.</summary>
    private static JsonNode? WithoutGateway(JsonNode? scheme)
    {
        var copy = scheme?.DeepClone();
        (copy as JsonObject)?.Remove(ProjectionSchemes.AtGateway);

        return copy;
    }

    private static Dictionary<string, JsonNode?> SchemesOf(SourceDocument document) => ApiKeySchemes.SchemesOf(document.Root, document.Version).Members.ToDictionary();

    private static string Default(SourceDocument document)
    {
        var guards = new Guards(document.Root, document.Version);
        var key = document.Root.Items("security").Any(way => way.Members.Any(scheme => guards.IsKey(scheme.Key)));

        return $"{Words(guards.OfDocument())}{(key ? " with an API key" : "")}";
    }

    private static string Words(Guard guard) => guard switch
    {
        Guard.Open => "open",
        Guard.Iam => "for signed calls",
        Guard.By { Scopes: [] } by => $"guarded by {by.Authorizer}",
        Guard.By by => $"guarded by {by.Authorizer} ({string.Join(", ", by.Scopes)})",
        Guard.Other other => $"guarded by {string.Join(" or ", other.Schemes)}",
        Guard.Default => "as the default",
        _ => throw new UnreachableException(),
    };
}
