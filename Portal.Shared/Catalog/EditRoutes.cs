using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Edits the document of an API, all or nothing, and makes the next revision of it, which says in words what changed.</summary>
[Demands(Policies.EditCatalog)]
public sealed record EditRoutes : IRequest<RevisedApi>, IConcerns
{
    [JsonIgnore]
    public Guid ApiId { get; init; }

    /// <summary>The number of the revision that was edited: if there is a later one by now, nothing is saved.</summary>
    public required int BaseRevision { get; init; }

    /// <summary>Made one after the other, 1 to 500.</summary>
    public required IReadOnlyList<RouteEdit> Edits { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed class EditRoutesValidator : AbstractValidator<EditRoutes>
{
    public EditRoutesValidator()
    {
        RuleFor(request => request.BaseRevision).GreaterThan(0).WithMessage("Revisions count from 1.");
        RuleFor(request => request.Edits).Must(edits => edits is { Count: > 0 and <= 500 }).WithMessage("Bring 1 to 500 edits.");
        RuleForEach(request => request.Edits)
            .Must(edit => edit is not null).WithMessage("An edit is missing.")
            .Must(edit => edit is null || EditTexts.Of(edit).All(EditTexts.IsText)).WithMessage("A text is missing, has more than 65,536 characters, or is no Unicode.")
            .Must(edit => edit is not RouteEdit.SettleSecurity { AtGateway: var settled } || Enum.IsDefined(settled)).WithMessage("One of Unsaid, Open, ApiKey.")
            .Must(edit => edit is not (RouteEdit.AddRoute { Integration: IntegrationView.Other } or RouteEdit.ChangeRoute { Integration: IntegrationView.Other })).WithMessage("This kind of integration is kept as the document has it; leave it unsaid.")
            .SetInheritanceValidator(each => each
                .Add(new AddAuthorizerRules())
                .Add(new ChangeAuthorizerRules())
                .Add(new SetGuardRules())
                .Add(new SetDefaultGuardRules())
                .Add(new SetApiKeySourceRules())
                .Add(new AddValidatorRules())
                .Add(new SetValidatorRules())
                .Add(new AddModelRules())
                .Add(new ChangeModelRules())
                .Add(new SetModelsRules())
                .Add(new SetGatewayResponseRules())
                .Add(new AllowBrowsersRules())
                .Add(new ForbidBrowsersRules())
                .Add(new SetIntegrationOptionsRules())
                .Add(new SetPolicyRules())
                .Add(new RenameAuthorizerRules())
                .Add(new RenameModelRules())
                .Add(new AddSocketRouteRules())
                .Add(new ChangeSocketRouteRules())
                .Add(new SetRouteSelectionRules())
                .Add(new SetHttpCorsRules()));
    }
}
