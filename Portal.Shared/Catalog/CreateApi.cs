using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Defines an API without a document: its first revision is an empty one, and its routes are added in the editor.</summary>
[Demands(Policies.EditCatalog)]
public sealed record CreateApi : IRequest<ApiView>, IConcerns
{
    public required Guid TeamId { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public Protocol Protocol { get; init; } = Protocol.Rest;

    public EndpointType EndpointType { get; init; } = EndpointType.Regional;

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class CreateApiValidator : AbstractValidator<CreateApi>
{
    public CreateApiValidator()
    {
        RuleFor(request => request.Name).IsApiName();
        RuleFor(request => request.Description).IsDescription();
        RuleFor(request => request.Protocol).IsKnown();
        RuleFor(request => request.EndpointType).IsKnown();
    }
}
