using Portal.Server.Catalog.Documents;
using Portal.Shared;

namespace Portal.Server.Catalog;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice.</summary>
internal static class Refusals
{
    public static Refusal NoSuchTeam { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:catalog:no-such-team",
        Title = "There is no such team, or you are not in it.",
        Detail = "An API can be given to a team that you belong to.",
    };

    public static Refusal NoSuchRevision { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:catalog:no-such-revision",
        Title = "The API has no such revision.",
        Detail = "Revisions count from 1 to the latest.",
    };

    public static Refusal OfOtherProtocol(string sentence) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:catalog:of-other-protocol",
        Title = "An API of this protocol does not have that.",
        Detail = sentence + " Nothing was saved.",
    };

    public static Refusal NoSuchModel { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:catalog:no-such-model",
        Title = "The revision has no such model.",
        Detail = "Its models are the named schemas of its document.",
    };

    public static Refusal NotInCatalog { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:catalog:not-in-catalog",
        Title = "The catalog has nothing of this name for you.",
        Detail = "It may not be published, or only for others. Sign in if you have an account, or search the catalog.",
    };

    public static Refusal NotNamed { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:catalog:not-named",
        Title = "The document has no usable title.",
        Detail = "Say a name for the API: 1 to 200 characters in one line.",
    };

    public static Refusal NameTaken(string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:catalog:name-taken",
        Title = "The team has an API with this name.",
        Detail = $"Choose another name than '{name}', or import the document as a new revision of that API.",
    };

    public static Refusal StillRuns(IEnumerable<string> stages) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:catalog:still-runs",
        Title = "The API is deployed.",
        Detail = $"It runs in {string.Join(", ", stages)}. What callers can reach is neither retired nor deleted.",
    };

    /// <summary>The place is in the sentence, and as faults for a form: line, column, pointer.</summary>
    public static Refusal Unreadable(ReadOutcome.Unreadable unreadable) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:catalog:unreadable",
        Title = "The document cannot be read.",
        Detail = unreadable.WithPlace + " Nothing was changed.",
        Faults = new[]
            {
                ("line", unreadable.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("column", unreadable.Column?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("pointer", unreadable.Pointer),
            }
            .Where(place => place.Item2 is not null)
            .ToDictionary(place => place.Item1, IReadOnlyList<string> (place) => [place.Item2!]),
    };

    public static Refusal NotFetched(string sentence) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:catalog:not-fetched",
        Title = "The document could not be fetched.",
        Detail = sentence,
    };

    public static Refusal EditRefused(string sentence) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:catalog:edit-refused",
        Title = "The document cannot be changed so.",
        Detail = sentence + " Nothing was saved.",
    };

    /// <summary>As faults, for a door: the words of each place by its pointer.</summary>
    public static Refusal Conflicts(IReadOnlyList<Documents.Merging.MergedPlace> places) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:catalog:both-changed",
        Title = "The same was changed here and in the new document.",
        Detail = $"{string.Join("; ", places.Take(10).Select(place => MergeWords.Words(place.Pointer)))}{(places.Count > 10 ? $" and {places.Count - 10} more" : "")}. Nothing was saved. Choose a side for each (choices), or for all (onConflict).",
        Faults = places.ToDictionary(place => place.Pointer, IReadOnlyList<string> (place) => [MergeWords.Words(place.Pointer)]),
    };

    public static Refusal SettingsNotKept(string sentence) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:catalog:settings-not-kept",
        Title = "What was settled for the latest revision cannot be brought over.",
        Detail = $"{sentence} Nothing was saved. Import the document without keeping the settings, and settle them anew.",
    };
}
