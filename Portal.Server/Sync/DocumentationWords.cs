using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells in sentences how what is said of an API changes.</summary>
internal static class DocumentationWords
{
    public static IReadOnlyList<string> Of(DocumentationSpec before, DocumentationSpec after)
    {
        List<string> parts =
        [
            .. from place in before.Parts.Keys.Union(after.Parts.Keys).Order(StringComparer.Ordinal)
               let sentence = PartOrNull(place, before.Parts.GetValueOrDefault(place), after.Parts.GetValueOrDefault(place))
               where sentence is not null
               select sentence,
        ];
        List<string> versions =
        [
            .. from name in before.Versions.Keys.Union(after.Versions.Keys).Order(StringComparer.Ordinal)
               let sentence = VersionOrNull(name, before.Versions.GetValueOrDefault(name), after.Versions.GetValueOrDefault(name))
               where sentence is not null
               select sentence,
        ];
        string[] what = [.. parts is [] ? Array.Empty<string>() : [ChangeWords.Count(parts.Count, "part")], .. versions is [] ? Array.Empty<string>() : [ChangeWords.Count(versions.Count, "version")]];

        return [$"Changes the documentation of the API: {string.Join(" and ", what)}.", .. parts, .. versions];
    }

    private static string? PartOrNull(string place, DocumentationPartSpec? before, DocumentationPartSpec? after) => (before, after) switch
    {
        (null, { } made) => $"Says of {place}: {DifferenceLine.Shortened(made.Properties)}.",
        ({ } gone, null) => $"Takes away what is said of {place}: {DifferenceLine.Shortened(gone.Properties)}.",
        _ when before == after => null,
        ({ } was, { } now) => $"Says something else of {place}: {DifferenceLine.Shortened(was.Properties)} -> {DifferenceLine.Shortened(now.Properties)}.",
        _ => null,
    };

    private static string? VersionOrNull(string name, DocumentationVersionSpec? before, DocumentationVersionSpec? after) => (before, after) switch
    {
        (null, { } made) => $"Adds the documentation version {name}{(made.Description is { } said ? $" ({DifferenceLine.Shortened(said)})" : "")}.",
        ({ }, null) => $"Deletes the documentation version {name}.",
        _ when before == after => null,
        ({ } was, { } now) when was.CreatedAt != now.CreatedAt => $"Makes the documentation version {name} anew: what it holds may be something else.",
        ({ } was, { } now) => $"Describes the documentation version {name} as {Quoted(now.Description)} (was {Quoted(was.Description)}).",
        _ => null,
    };

    private static string Quoted(string? text) => text is null ? "(nothing)" : $"\"{DifferenceLine.Shortened(text)}\"";
}
