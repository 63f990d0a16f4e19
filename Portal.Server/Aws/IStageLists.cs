namespace Portal.Server.Aws;

/// <summary>The APIs of an account and Region, and their stages, with the portal's ids where they bear them.</summary>
internal interface IStageLists
{
    Task<IReadOnlyList<ListedApi>> ApisAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ListedStage>> StagesAsync(ListedApi api, CancellationToken cancellationToken);
}

/// <param name="Id">AWS's.</param>
/// <param name="Mark">The portal's id, by its tag or as it was imported; null where it is not the portal's.</param>
/// <param name="Path">AWS's path to it, which says the version of the service.</param>
internal sealed record ListedApi(string Id, string? Mark, string Path)
{
    public const string Rest = "restapis";
    public const string Second = "apis";

    public bool IsRest => Path.StartsWith(Rest, StringComparison.Ordinal);
}

/// <param name="Name">AWS's word for it.</param>
/// <param name="Mark">The portal's id; null where it is not the portal's.</param>
internal sealed record ListedStage(string Name, string? Mark);
