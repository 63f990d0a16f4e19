using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Goes back to an earlier revision: makes the next one of its document, letter for letter. Nothing of the history is lost.</summary>
[Demands(Policies.EditCatalog)]
public sealed record RestoreRevision : IRequest<RevisedApi>, IConcerns
{
    [JsonIgnore]
    public Guid ApiId { get; init; }

    /// <summary>The one to go back to.</summary>
    [JsonIgnore]
    public int Number { get; init; }

    /// <summary>The number of the latest revision as read: if there is a later one by now, nothing is saved.</summary>
    public required int BaseRevision { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed class RestoreRevisionValidator : AbstractValidator<RestoreRevision>
{
    public RestoreRevisionValidator()
    {
        RuleFor(request => request.Number).GreaterThan(0).WithMessage("Revisions count from 1.");
        RuleFor(request => request.BaseRevision).GreaterThan(0).WithMessage("Revisions count from 1.");
    }
}
