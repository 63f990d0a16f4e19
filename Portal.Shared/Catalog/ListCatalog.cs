using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Lists the published APIs that one may see, signed in or not, by name and in parts.</summary>
[Demands(Policies.Anyone)]
public sealed record ListCatalog : IRequest<Page<CatalogEntry>>
{
    /// <summary>Part of a name, a description or a tag; null or empty finds all.</summary>
    public string? Search { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 50.</summary>
    public int Take { get; init; } = 20;
}

public sealed class ListCatalogValidator : AbstractValidator<ListCatalog>
{
    public ListCatalogValidator()
    {
        RuleFor(request => request.Search).MaximumLength(CatalogRules.LongestName).WithMessage("Search for at most 200 characters.");
        RuleFor(request => request.Skip).InclusiveBetween(0, 1_000_000).WithMessage("Skip 0 or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 50).WithMessage("Take 1 to 50 at once.");
    }
}

/// <summary>An API as those see it who want to use it.</summary>
public sealed record CatalogEntry
{
    public required Guid Id { get; init; }

    /// <summary>Its name in addresses, which never changes.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The API's own version; may be empty.</summary>
    public required string Version { get; init; }

    public required ApiStatus Status { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>Whether an operation asks for an API key.</summary>
    public required bool KeyRequired { get; init; }

    /// <summary>The stage that developers use: the last of the pipeline that runs something; null while none does.</summary>
    public required string? Stage { get; init; }

    /// <summary>Where it is called, without a slash at the end; empty while it runs nowhere, or AWS does not say where.</summary>
    public required IReadOnlyList<string> BaseUrls { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
