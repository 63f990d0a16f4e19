using System.Diagnostics;
using Portal.Client.Ui;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>How things that were found and imported are called.</summary>
internal static class FoundWords
{
    public static string Word(this FoundStanding standing) => standing switch
    {
        FoundStanding.New => "New",
        FoundStanding.Imported => "Imported, read-only",
        FoundStanding.Changed => "Changed since",
        FoundStanding.Ours => "In the portal",
        FoundStanding.Elsewhere => "Another portal's",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this FoundStanding standing) => standing switch
    {
        FoundStanding.New => Ui.Tone.Accent,
        FoundStanding.Imported => Ui.Tone.Info,
        FoundStanding.Changed => Ui.Tone.Warning,
        FoundStanding.Ours => Ui.Tone.Good,
        FoundStanding.Elsewhere => Ui.Tone.Neutral,
        _ => throw new UnreachableException(),
    };

    public static string Word(this ImportResult result) => result switch
    {
        ImportResult.New => "Imported",
        ImportResult.Changed => "Taken over anew",
        ImportResult.Unchanged => "As before",
        ImportResult.NotTaken => "Not taken",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this ImportResult result) => result switch
    {
        ImportResult.New or ImportResult.Changed => Ui.Tone.Good,
        ImportResult.Unchanged => Ui.Tone.Neutral,
        ImportResult.NotTaken => Ui.Tone.Warning,
        _ => throw new UnreachableException(),
    };

    /// <summary>Where the portal shows it; null where it does not.</summary>
    public static string? Page(this ImportedView thing) => (thing.What, thing.Id, thing.ApiId) switch
    {
        (_, null, _) => null,
        ("API", { } id, _) => $"apis/{id}",
        ("Stage", { } id, { } api) => $"apis/{api}/stages/{id}",
        ("Usage plan", { } id, _) => $"plans/{id}",
        _ => null,
    };
}
