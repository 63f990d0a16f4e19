namespace Portal.Server.Catalog;

/// <summary>Settings of the catalog, section "Catalog".</summary>
internal sealed record CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>Hosts, or host:port, from which documents may be fetched although they have private addresses: the repository server in the company's network.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
}
