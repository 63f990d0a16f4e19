using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Objects whose members are texts: headers, templates, mappings.</summary>
internal static class TextMaps
{
    /// <summary>Makes a member of an object say what is wanted; what says it already stays as it is written, and an empty one goes.</summary>
    public static void Write(JsonObject owner, string name, IReadOnlyDictionary<string, string> wanted)
    {
        if (wanted.Count is 0)
        {
            owner.Remove(name);
            return;
        }

        var known = Draft.Child(owner, name);

        foreach (var gone in known.Select(member => member.Key).Where(key => !wanted.ContainsKey(key)).ToList())
        {
            known.Remove(gone);
        }

        foreach (var (key, value) in wanted.Where(pair => known.Text(pair.Key) != pair.Value))
        {
            known[key] = value;
        }
    }
}
