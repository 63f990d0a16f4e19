namespace Portal.Server.Aws;

/// <summary>Keeps what was listed: for a look at many things at one moment, so that APIs and stages are not listed for each of them.</summary>
internal sealed class StageListsOnce(IStageLists lists) : IStageLists
{
    private readonly Dictionary<ListedApi, IReadOnlyList<ListedStage>> _stages = [];
    private IReadOnlyList<ListedApi>? _apis;

    public async Task<IReadOnlyList<ListedApi>> ApisAsync(CancellationToken cancellationToken) => _apis ??= await lists.ApisAsync(cancellationToken);

    public async Task<IReadOnlyList<ListedStage>> StagesAsync(ListedApi api, CancellationToken cancellationToken) =>
        _stages.TryGetValue(api, out var kept) ? kept : _stages[api] = await lists.StagesAsync(api, cancellationToken);
}
