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

    /// <summary>What runs and findings of it are about.</summary>
    public static string Subject(this ApiView api) => $"{api.Protocol}Api/{api.Id}";

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

    public static string Word(this Audience audience) => audience switch
    {
        Audience.Team => "Team only",
        Audience.Developers => "Developers",
        Audience.Everyone => "Everyone",
        _ => throw new UnreachableException(),
    };

    /// <summary>Who sees it, in a sentence.</summary>
    public static string Hint(this Audience audience) => audience switch
    {
        Audience.Team => "Nobody outside of the team sees it in the catalog.",
        Audience.Developers => "Everybody who is signed in sees it in the catalog.",
        Audience.Everyone => "Whoever comes by sees it in the catalog, without signing in.",
        _ => throw new UnreachableException(),
    };

    /// <summary>Only what is published or deprecated stands in the catalog.</summary>
    public static bool IsInCatalog(this ApiView api) => api.Status is ApiStatus.Published or ApiStatus.Deprecated;

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
        RevisionSource.Account => "Found in AWS",
        RevisionSource.Gateway => "Taken over from API Gateway",
        _ => throw new UnreachableException(),
    };
}
