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
    /// Whether what was settled in the portal for the latest revision comes along where the new document does not say it itself:
    /// the default integration, the operations left out, what stands at the gateway for a security scheme.
    /// </summary>
    public bool KeepSettings { get; init; } = true;

    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed class ImportRevisionValidator : AbstractValidator<ImportRevision>
{
    public ImportRevisionValidator() =>
        RuleFor(request => request.Document).NotNull().WithMessage("Give a document.").SetValidator(new DocumentSourceValidator());
}
