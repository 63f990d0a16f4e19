namespace Portal.Shared.Stages;

/// <summary>Lists the stages of an API in the order of its pipeline.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record ListStages(Guid ApiId) : IRequest<Page<StageView>>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

/// <summary>Shows one stage.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record GetStage(Guid Id) : IRequest<StageView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}

/// <summary>Lists what a stage has run, the latest first, at most 100.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record ListReleases(Guid StageId) : IRequest<Page<ReleaseView>>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}
