using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;

namespace Portal.Server.Catalog.Documents;

/// <summary>What changed in what a document declares by name: validators and gateway responses.</summary>
internal static class PartsSummary
{
    public static readonly string[] Spoken = [Validators.Member, Validators.Use, GatewayResponses.Member, SecurityTable.PolicyMember, HttpCors.Member];

    public static IEnumerable<string> Between(JsonObject before, JsonObject after) =>
    [
        .. Named(before, after, Validators.Member, "request validator"),
        .. before.Text(Validators.Use) is var was && after.Text(Validators.Use) is var now && was != now ? [$"Default request validator: {was ?? "(none)"} -> {now ?? "(none)"}."] : Array.Empty<string>(),
        .. Named(before, after, GatewayResponses.Member, "gateway response"),
        .. Whole(before, after, SecurityTable.PolicyMember, "the resource policy"),
        .. Whole(before, after, HttpCors.Member, "what browsers may send"),
    ];

    private static IEnumerable<string> Whole(JsonObject before, JsonObject after, string member, string what)
    {
        if (!JsonNode.DeepEquals(before.Node(member), after.Node(member)))
        {
            yield return $"{(!before.ContainsKey(member) ? "Added" : after.ContainsKey(member) ? "Changed" : "Removed")} {what}.";
        }
    }

    private static IEnumerable<string> Named(JsonObject before, JsonObject after, string member, string what)
    {
        var (old, @new) = (before.Node(member), after.Node(member));
        var said = false;

        foreach (var name in old.Members.Concat(@new.Members).Select(part => part.Key).Distinct())
        {
            var (was, now) = (old.Node(name), @new.Node(name));

            if (!JsonNode.DeepEquals(was, now))
            {
                said = true;
                yield return $"{(was is null ? "Added" : now is null ? "Removed" : "Changed")} the {what} {name}.";
            }
        }

        if (!said && !JsonNode.DeepEquals(old, @new))
        {
            yield return $"Changed {member}.";
        }
    }
}
