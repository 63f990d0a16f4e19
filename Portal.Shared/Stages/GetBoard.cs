using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Shows what runs where: the APIs that have stages, by name, with all their stages.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record GetBoard : IRequest<BoardView>
{
    /// <summary>A part of an API's name.</summary>
    public string? Search { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 25;
}

public sealed class GetBoardValidator : AbstractValidator<GetBoard>
{
    public GetBoardValidator()
    {
        RuleFor(request => request.Search).MaximumLength(200).WithMessage("Search for at most 200 characters.");
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

public sealed record BoardView
{
    /// <summary>The names of the stages in the rows, in the order in which the pipelines have them.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    public required IReadOnlyList<BoardRow> Rows { get; init; }

    /// <summary>How many rows there are in all.</summary>
    public required int Total { get; init; }
}

/// <summary>An API on the board.</summary>
public sealed record BoardRow
{
    public required Guid ApiId { get; init; }

    public required string Api { get; init; }

    /// <summary>The number of its latest revision.</summary>
    public required int LatestRevision { get; init; }

    /// <summary>In the order of its pipeline; two of one name stand on two connections.</summary>
    public required IReadOnlyList<StageView> Stages { get; init; }
}
