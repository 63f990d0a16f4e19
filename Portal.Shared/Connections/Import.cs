using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>
/// Asks what an account and Region holds, and how that stands to the portal. Nothing is written, here or there. All APIs are listed at once; stages, and what has changed of what was imported, take calls for each API:
/// as many APIs are looked at as take some ten seconds, and the answer says how many there are.
/// </summary>
[Demands(Policies.ManageConnections)]
[Limited(240)]
public sealed record PreviewImport(Guid ConnectionId) : IRequest<ImportPreview>
{
    /// <summary>How many APIs were looked at before: with the next ones comes nothing but APIs and their stages.</summary>
    public int LeftOut { get; init; }
}

public sealed class PreviewImportValidator : AbstractValidator<PreviewImport>
{
    public PreviewImportValidator() => RuleFor(request => request.LeftOut).GreaterThanOrEqualTo(0).WithMessage("No fewer than none can be left out.");
}

/// <summary>
/// Takes what was found in an account and Region into the portal: APIs with their documents and stages, usage plans. AWS is only read. What is imported already and has not changed stays as it is.
/// </summary>
[Demands(Policies.ManageConnections)]
public sealed record ImportAccount : IRequest<ImportReport>, IConcerns
{
    /// <summary>A few at a time show how far it is; more than this is refused.</summary>
    public const int Most = 600;

    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The team whose it becomes.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>AWS's ids of REST APIs.</summary>
    public IReadOnlyList<string> RestApis { get; init; } = [];

    /// <summary>AWS's ids of HTTP APIs.</summary>
    public IReadOnlyList<string> HttpApis { get; init; } = [];

    /// <summary>AWS's ids of WebSocket APIs.</summary>
    public IReadOnlyList<string> WebSocketApis { get; init; } = [];

    /// <summary>AWS's ids of usage plans.</summary>
    public IReadOnlyList<string> UsagePlans { get; init; } = [];

    /// <summary>AWS's paths of what belongs to the account and Region rather than to one API: "clientcertificates/abc".</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ImportAccountValidator : AbstractValidator<ImportAccount>
{
    public ImportAccountValidator()
    {
        RuleFor(request => request.RestApis).NotNull().Must(ids => ids is null || ids.Count <= ImportAccount.Most).WithMessage("At most 600 APIs at once.");
        RuleFor(request => request.HttpApis).NotNull().Must(ids => ids is null || ids.Count <= ImportAccount.Most).WithMessage("At most 600 APIs at once.");
        RuleFor(request => request.WebSocketApis).NotNull().Must(ids => ids is null || ids.Count <= ImportAccount.Most).WithMessage("At most 600 APIs at once.");
        RuleFor(request => request.UsagePlans).NotNull().Must(ids => ids is null || ids.Count <= ImportAccount.Most).WithMessage("At most 600 usage plans at once.");
        RuleFor(request => request.Things).NotNull().Must(paths => paths is null || paths.Count <= ImportAccount.Most).WithMessage("At most 600 things of the account at once.");
        RuleFor(request => request).Must(request => request.RestApis is not { Count: 0 } || request.HttpApis is not { Count: 0 } || request.WebSocketApis is not { Count: 0 } || request.UsagePlans is not { Count: 0 } || request.Things is not { Count: 0 }).WithMessage("Say what is to be imported.");
    }
}

/// <summary>
/// Proposes to put the portal's tag on what was imported from a connection and does not bear it yet: from then on the portal may change it. It is a change set, approved like any other;
/// what another tool owns is left out.
/// </summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeAdoption : IRequest<ProposedAdoption>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The team whose run it is.</summary>
    public required Guid TeamId { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

/// <param name="RunId">The run that waits for approval; null where nothing is left to be adopted.</param>
/// <param name="Things">How many things would bear the tag.</param>
/// <param name="LeftOut">How many are left out, because another tool owns them.</param>
public sealed record ProposedAdoption(Guid? RunId, int Things, int LeftOut);

/// <summary>What an account and Region holds.</summary>
public sealed record ImportPreview
{
    public required IReadOnlyList<FoundApiView> RestApis { get; init; }

    public IReadOnlyList<FoundApiView> HttpApis { get; init; } = [];

    public IReadOnlyList<FoundApiView> WebSocketApis { get; init; } = [];

    public required IReadOnlyList<FoundPlanView> UsagePlans { get; init; }

    /// <summary>What belongs to the account and Region rather than to one API: client certificates.</summary>
    public IReadOnlyList<FoundThingView> Things { get; init; } = [];

    /// <summary>How many API keys there are. Their values are never asked for.</summary>
    public required int Keys { get; init; }

    /// <summary>What the portal has there, and AWS does not have any more.</summary>
    public required IReadOnlyList<GoneView> Gone { get; init; }

    /// <summary>How many imported things do not bear the portal's tag and could.</summary>
    public required int ToAdopt { get; init; }

    public required bool Writable { get; init; }

    /// <summary>How many APIs there are.</summary>
    public int Apis { get; init; }

    /// <summary>At how many of them was looked, with those that were left out.</summary>
    public int Looked { get; init; }

    public bool IsWhole => Looked >= Apis;

    /// <summary>With what was found of the next APIs.</summary>
    public ImportPreview With(ImportPreview next) => this with
    {
        RestApis = With(RestApis, next.RestApis),
        HttpApis = With(HttpApis, next.HttpApis),
        WebSocketApis = With(WebSocketApis, next.WebSocketApis),
        Gone = [.. Gone, .. next.Gone],
        Apis = next.Apis,
        // Where APIs went meanwhile there may be nothing left to look at.
        Looked = next.Looked > Looked ? next.Looked : next.Apis,
    };

    private static IReadOnlyList<FoundApiView> With(IReadOnlyList<FoundApiView> known, IReadOnlyList<FoundApiView> next)
    {
        var byId = next.ToDictionary(api => api.AwsId);

        return [.. known.Select(api => byId.GetValueOrDefault(api.AwsId) ?? api)];
    }
}

public sealed record FoundApiView
{
    public required string AwsId { get; init; }

    public required string Name { get; init; }

    public required string EndpointType { get; init; }

    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Whether its stages were asked for and, where it was imported, whether it has changed.</summary>
    public bool IsLooked { get; init; } = true;

    public required FoundStanding Standing { get; init; }

    /// <summary>The API in the portal; null where it is not there.</summary>
    public required Guid? ApiId { get; init; }

    /// <summary>The tool that owns it, in words; null where none does.</summary>
    public required string? OwnedBy { get; init; }

    /// <summary>What differs or what is to be known, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

public sealed record FoundPlanView
{
    public required string AwsId { get; init; }

    public required string Name { get; init; }

    /// <summary>"prod of Pets", by AWS's names.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>AWS's ids of the APIs whose stages are in it.</summary>
    public required IReadOnlyList<string> RestApis { get; init; }

    public required FoundStanding Standing { get; init; }

    public required Guid? PlanId { get; init; }

    public required string? OwnedBy { get; init; }
}

/// <summary>A thing that belongs to the account and Region.</summary>
public sealed record FoundThingView
{
    /// <summary>As AWS names it, to be said again when it is imported.</summary>
    public required string Path { get; init; }

    /// <summary>"Client certificate".</summary>
    public required string What { get; init; }

    public required string Name { get; init; }

    public required FoundStanding Standing { get; init; }

    public required string? OwnedBy { get; init; }
}

/// <param name="What">"Stage", "API", "Usage plan".</param>
/// <param name="Name">Its name in the portal.</param>
public sealed record GoneView(string What, string Name);

/// <summary>How a thing that was found stands to the portal.</summary>
public enum FoundStanding
{
    /// <summary>The portal does not know it.</summary>
    New,

    /// <summary>Imported, and as it was then; it does not bear the portal's tag.</summary>
    Imported,

    /// <summary>Imported, and it has changed since.</summary>
    Changed,

    /// <summary>It bears the portal's tag.</summary>
    Ours,

    /// <summary>It bears the tag of another portal.</summary>
    Elsewhere,
}

/// <summary>What came of an import.</summary>
public sealed record ImportReport
{
    public required IReadOnlyList<ImportedView> Things { get; init; }

    public int Of(ImportResult result) => Things.Count(thing => thing.Result == result);
}

public sealed record ImportedView
{
    /// <summary>"API", "Stage" or "Usage plan".</summary>
    public required string What { get; init; }

    public required string Name { get; init; }

    /// <summary>The portal's id; null where it was not taken.</summary>
    public required Guid? Id { get; init; }

    /// <summary>Of a stage, its API.</summary>
    public required Guid? ApiId { get; init; }

    public required ImportResult Result { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }
}

public enum ImportResult
{
    Unchanged,
    New,
    Changed,
    NotTaken,
}
