using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Lists the APIs that one reaches, in parts.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record ListApis : IRequest<Page<ApiRow>>
{
    /// <summary>Part of the name or the description; null or empty finds all.</summary>
    public string? Search { get; init; }

    public Guid? TeamId { get; init; }

    public ApiStatus? Status { get; init; }

    public Protocol? Protocol { get; init; }

    /// <summary>Only those whose stages can be in a usage plan: REST and WebSocket APIs.</summary>
    public bool TakesKeys { get; init; }

    /// <summary>Only those with a stage there.</summary>
    public Guid? ConnectionId { get; init; }

    public ApiOrder Order { get; init; } = ApiOrder.Name;

    public bool Descending { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

public enum ApiOrder
{
    Name,
    Updated,
    Created,
}

public sealed class ListApisValidator : AbstractValidator<ListApis>
{
    public ListApisValidator()
    {
        RuleFor(request => request.Search).MaximumLength(CatalogRules.LongestName).WithMessage("Search for at most 200 characters.");
        RuleFor(request => request.Status).IsInEnum();
        RuleFor(request => request.Protocol).IsInEnum();
        RuleFor(request => request.Order).IsKnown();
        this.IsPart(request => request.Skip, request => request.Take);
    }
}

/// <summary>A row of the catalog.</summary>
public sealed record ApiRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required Identity.TeamView Team { get; init; }

    public required Protocol Protocol { get; init; }

    public required ApiStatus Status { get; init; }

    public required int LatestRevision { get; init; }

    /// <summary>Operations of the latest revision.</summary>
    public required int Operations { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>In the order of the pipeline.</summary>
    public required IReadOnlyList<ApiStage> Stages { get; init; }
}

/// <summary>A stage of an API, as the catalog shows it.</summary>
public sealed record ApiStage
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>The number of the revision that it runs; null where nothing is deployed yet.</summary>
    public required int? Runs { get; init; }
}
