using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Makes an API of an OpenAPI document. What can be read is stored as it is, whatever is found in it.</summary>
[Demands(Policies.EditCatalog)]
public sealed record ImportApi : IRequest<RevisedApi>, IConcerns
{
    public required Guid TeamId { get; init; }

    public required DocumentSource Document { get; init; }

    /// <summary>Null takes the document's title.</summary>
    public string? Name { get; init; }

    public Protocol Protocol { get; init; } = Protocol.Rest;

    public EndpointType EndpointType { get; init; } = EndpointType.Regional;

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ImportApiValidator : AbstractValidator<ImportApi>
{
    public ImportApiValidator()
    {
        RuleFor(request => request.Document).NotNull().WithMessage("Give a document.").SetValidator(new DocumentSourceValidator());
        RuleFor(request => request.Name!).IsApiName().When(request => request.Name is not null);
        RuleFor(request => request.Protocol).IsKnown();
        RuleFor(request => request.EndpointType).IsKnown();
    }
}
