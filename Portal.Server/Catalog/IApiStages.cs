using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Tells the catalog where its APIs run. Stages do it: the catalog asks and does not look to its right.</summary>
internal interface IApiStages
{
    /// <summary>The stages of APIs, in the order of each pipeline.</summary>
    Task<ILookup<Guid, ApiStage>> OfAsync(IReadOnlyCollection<Guid> apis, CancellationToken cancellationToken);

    /// <summary>The ids of the APIs that have a stage there, to be part of a query.</summary>
    IQueryable<Guid> ApisAt(Guid connection);

    /// <summary>The names of those stages of an API that run something.</summary>
    async Task<IReadOnlyList<string>> RunningAsync(Guid api, CancellationToken cancellationToken) =>
        [.. (await OfAsync([api], cancellationToken))[api].Where(stage => stage.Runs is not null).Select(stage => stage.Name)];
}
