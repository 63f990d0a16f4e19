using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Makes the next revision of an API of an OpenAPI document. The same document again makes none.</summary>
[Demands(Policies.EditCatalog)]
public sealed record ImportRevision : IRequest<RevisedApi>, IConcerns
{
    [JsonIgnore]
    public Guid ApiId { get; init; }

    public required DocumentSource Document { get; init; }

    /// <summary>The API's version as read, so that nobody's revision is passed over unseen; null, for scripts that bring the truth, takes whatever is there.</summary>
    public int? Version { get; init; }

    /// <summary>
    /// Whether what was made in the portal since a document was brought last comes along: what was added or changed here stays, unless the new document changes the same.
    /// </summary>
    public bool KeepSettings { get; init; } = true;

    /// <summary>Whose change counts where both changed the same, by the pointer of the place as the preview names it.</summary>
    public IReadOnlyDictionary<string, MergeSide> Choices { get; init; } = new Dictionary<string, MergeSide>();

    /// <summary>Whose change counts where nobody has chosen; null refuses the import then, and names the places.</summary>
    public MergeSide? OnConflict { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed class ImportRevisionValidator : AbstractValidator<ImportRevision>
{
    public ImportRevisionValidator()
    {
        RuleFor(request => request.Document).NotNull().WithMessage("Give a document.").SetValidator(new DocumentSourceValidator());
        RuleFor(request => request.Choices).Must(choices => choices is not null && choices.Values.All(Enum.IsDefined)).WithMessage("One of Ours, Theirs.");
        RuleFor(request => request.OnConflict).Must(side => side is not { } said || Enum.IsDefined(said)).WithMessage("One of Ours, Theirs.");
    }
}
