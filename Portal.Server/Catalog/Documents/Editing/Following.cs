using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.WebSockets;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Lets what names a thing follow when the thing gets another name.</summary>
internal static class Following
{
    /// <summary>The demands of operations, wherever they are written, and the document's.</summary>
    public static void Scheme(Draft draft, string name, string wanted)
    {
        foreach (var owner in Objects(draft.Root).ToList())
        {
            foreach (var way in owner.Items("security").OfType<JsonObject>().Where(way => way.ContainsKey(name)))
            {
                draft.Rename(way, name, wanted);
            }
        }
    }

    /// <summary>References to a schema or to a place in it, what tells apart the kinds of a schema, and the models of a route of a WebSocket API, by name.</summary>
    public static void Model(Draft draft, string name, string wanted)
    {
        string[] place = draft.Version.IsSwagger ? ["definitions"] : ["components", "schemas"];
        var (before, after) = (JsonPointer.Of([.. place, name]), JsonPointer.Of([.. place, wanted]));

        foreach (var owner in Objects(draft.Root).ToList())
        {
            if (Followed(owner.Text("$ref")) is { } reference)
            {
                owner["$ref"] = reference;
            }

            foreach (var models in SocketSide.All.Select(side => owner.Member(side.Models)).OfType<JsonObject>())
            {
                foreach (var (key, _) in models.Where(model => model.Value.AsText == name).ToList())
                {
                    models[key] = wanted;
                }
            }

            foreach (var (key, value) in owner.Member("discriminator").Member("mapping").Members.ToList())
            {
                if ((value.AsText == name ? wanted : Followed(value.AsText)) is { } kind)
                {
                    owner.Member("discriminator").Member("mapping")![key] = kind;
                }
            }
        }

        string? Followed(string? reference) => reference is ['#', .. var target] && Uri.UnescapeDataString(target) is var pointer && (pointer == before || pointer.StartsWith(before + "/", StringComparison.Ordinal))
            ? "#" + after + pointer[before.Length..]
            : null;
    }

    /// <summary>Every object that says something; below examples and the like stands data, in which no word means anything.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? node, bool namesAreFree = false)
    {
        switch (node)
        {
            case JsonObject json:
                yield return json;

                foreach (var inner in json.Where(member => namesAreFree || !References.IsData(member.Key)).SelectMany(member => Objects(member.Value, !namesAreFree && References.NamesAreFree(member.Key))))
                {
                    yield return inner;
                }

                break;

            case JsonArray items:
                foreach (var inner in items.SelectMany(item => Objects(item)))
                {
                    yield return inner;
                }

                break;
        }
    }
}
