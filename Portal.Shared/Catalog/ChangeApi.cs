using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Changes what the catalog says about an API, or gives it to another team.</summary>
[Demands(Policies.EditCatalog)]
public sealed record ChangeApi : IRequest<ApiView>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Retired is only for what runs nowhere.</summary>
    public required ApiStatus Status { get; init; }

    public required Guid TeamId { get; init; }

    /// <summary>Who sees it once it is published; null leaves it as it is.</summary>
    public Audience? Audience { get; init; }

    /// <summary>Words by which developers find it; null leaves them as they are.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Tags that the portal sets in AWS, with the next deployment; null leaves them as they are.</summary>
    public IReadOnlyDictionary<string, string>? AwsTags { get; init; }

    /// <summary>As read.</summary>
    public required int Version { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Api, Id);
}

public sealed class ChangeApiValidator : AbstractValidator<ChangeApi>
{
    public ChangeApiValidator()
    {
        RuleFor(request => request.Name).IsApiName();
        RuleFor(request => request.Description).IsDescription();
        RuleFor(request => request.Status).IsKnown();
        RuleFor(request => request.Audience).IsInEnum().WithMessage($"One of {string.Join(", ", Enum.GetNames<Audience>())}.");
        RuleFor(request => request.Tags).IsTags();
        RuleFor(request => request.AwsTags).AreTagsOrNull();
    }
}

/// <summary>Removes an API with its revisions and stages. Refused as long as one of its stages runs something.</summary>
/// <param name="Id">The API.</param>
/// <param name="Version">As read.</param>
[Demands(Policies.EditCatalog)]
public sealed record DeleteApi(Guid Id, int Version) : IRequest<Nothing>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, Id);
}
