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
    private const int LongestText = 64 * 1024;

    public EditRoutesValidator()
    {
        RuleFor(request => request.BaseRevision).GreaterThan(0).WithMessage("Revisions count from 1.");
        RuleFor(request => request.Edits).Must(edits => edits is { Count: > 0 and <= 500 }).WithMessage("Bring 1 to 500 edits.");
        RuleForEach(request => request.Edits)
            .Must(edit => edit is not null).WithMessage("An edit is missing.")
            .Must(edit => edit is null || Texts(edit).All(text => text is not null and { Length: <= LongestText } && IsText(text))).WithMessage("A text is missing, has more than 65,536 characters, or is no Unicode.")
            .Must(edit => edit is not RouteEdit.SettleSecurity { AtGateway: var settled } || Enum.IsDefined(settled)).WithMessage("One of Unsaid, Open, ApiKey.")
            .Must(edit => edit is not (RouteEdit.AddRoute { Integration: IntegrationView.Other } or RouteEdit.ChangeRoute { Integration: IntegrationView.Other })).WithMessage("This kind of integration is kept as the document has it; leave it unsaid.");
    }

    /// <summary>Every text that must be one, in lists too: a list's element may come as null from outside.</summary>
    private static IEnumerable<string?> Texts(RouteEdit edit) => edit switch
    {
        RouteEdit.AddRoute add => [add.Method, add.Path, add.OperationId ?? "", add.Summary ?? "", .. Texts(add.Parameters), .. Texts(add.Integration), .. Texts(add.Cors)],
        RouteEdit.ChangeRoute change => [change.Method, change.Path, change.OperationId ?? "", change.Summary ?? "", .. Texts(change.Parameters ?? []), .. Texts(change.Integration), .. Texts(change.Cors)],
        RouteEdit.RemoveRoute remove => [remove.Method, remove.Path],
        RouteEdit.SetDefaultIntegration set => Texts(set.Integration),
        RouteEdit.LeaveOut leave => leave.Operations,
        RouteEdit.TakeBack take => take.Operations,
        RouteEdit.SettleSecurity settle => [settle.Scheme],
        RouteEdit.SetDocumentVersion set => [set.Version],
        _ => [],
    };

    private static IEnumerable<string?> Texts(IReadOnlyList<ParameterView> parameters) =>
        parameters.SelectMany(parameter => new[] { parameter?.Name, parameter?.In, parameter?.Type ?? "" });

    private static IEnumerable<string?> Texts(IntegrationView? integration) => integration switch
    {
        IntegrationView.Mock mock => [mock.ContentType, mock.Body],
        IntegrationView.Http http => [http.Method, http.Url],
        IntegrationView.HttpProxy proxy => [proxy.Method, proxy.Url],
        IntegrationView.Lambda lambda => [lambda.FunctionArn, lambda.Role ?? ""],
        _ => [],
    };

    private static IEnumerable<string?> Texts(DefaultIntegrationView? integration) => integration switch
    {
        DefaultIntegrationView.Mock mock => [mock.ContentType, mock.Body],
        DefaultIntegrationView.HttpProxy proxy => [proxy.BaseUrl],
        DefaultIntegrationView.Lambda lambda => [lambda.FunctionArn, lambda.Role ?? ""],
        _ => [],
    };

    private static IEnumerable<string?> Texts(CorsView? cors) => cors is null ? [] : [cors.AllowOrigin, .. cors.AllowMethods, .. cors.AllowHeaders];

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
