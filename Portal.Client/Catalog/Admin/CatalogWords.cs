using System.Diagnostics;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>The catalog's words for people.</summary>
internal static class CatalogWords
{
    public static string Word(this Protocol protocol) => protocol switch
    {
        Protocol.Rest => "REST",
        Protocol.Http => "HTTP",
        Protocol.WebSocket => "WebSocket",
        _ => throw new UnreachableException(),
    };

    public static string Word(this EndpointType type) => type switch
    {
        EndpointType.Regional => "Regional",
        EndpointType.Edge => "Edge-optimised",
        EndpointType.Private => "Private",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this ApiStatus status) => status switch
    {
        ApiStatus.Draft => Ui.Tone.Neutral,
        ApiStatus.Published => Ui.Tone.Good,
        ApiStatus.Deprecated => Ui.Tone.Warning,
        ApiStatus.Retired => Ui.Tone.Bad,
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this FindingLevel level) => level switch
    {
        FindingLevel.Error => Ui.Tone.Bad,
        FindingLevel.Warning => Ui.Tone.Warning,
        FindingLevel.Info => Ui.Tone.Info,
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a revision came from: "Uploaded as petstore.json".</summary>
    public static string Origin(this RevisionView revision) => revision.Source switch
    {
        RevisionSource.Upload => revision.SourceName is { } file ? $"Uploaded as {file}" : "Uploaded",
        RevisionSource.Url => revision.SourceName is { } url ? $"Fetched from {url}" : "Fetched",
        RevisionSource.Paste => "Pasted",
        RevisionSource.Editor => "Made in the editor",
        _ => throw new UnreachableException(),
    };
}
