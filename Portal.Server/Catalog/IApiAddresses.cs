namespace Portal.Server.Catalog;

/// <summary>Tells the catalog where developers call its APIs. Stages do it: the catalog asks and does not look to its right.</summary>
internal interface IApiAddresses
{
    /// <summary>Of those APIs that run somewhere, the stage that developers use: the last of the pipeline that runs something.</summary>
    Task<IReadOnlyDictionary<Guid, ApiAddress>> OfAsync(IReadOnlyCollection<Guid> apis, CancellationToken cancellationToken);
}

/// <param name="Stage">Its name.</param>
/// <param name="Revision">The number of the revision that it runs.</param>
/// <param name="Url">Where it is called; null where AWS does not say just now.</param>
internal sealed record ApiAddress(string Stage, int Revision, string? Url);
