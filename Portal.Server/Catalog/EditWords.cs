using System.Diagnostics;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Edits in the words of the document editor.</summary>
internal static class EditWords
{
    public static DocumentEdit ToEdit(this RouteEdit edit) => edit switch
    {
        RouteEdit.AddRoute add => new DocumentEdit.AddRoute(new RouteName(add.Method, add.Path))
        {
            OperationId = add.OperationId,
            Summary = add.Summary,
            Parameters = [.. add.Parameters.Select(parameter => parameter.ToParameter())],
            Integration = add.Integration.ToIntegration(),
            ApiKeyRequired = add.ApiKeyRequired,
            Cors = add.Cors?.ToPreflight(),
        },
        RouteEdit.ChangeRoute change => new DocumentEdit.ChangeRoute(new RouteName(change.Method, change.Path))
        {
            OperationId = change.OperationId is { } operationId ? new Given<string?>(operationId) : null,
            Summary = change.Summary is { } summary ? new Given<string?>(summary) : null,
            Parameters = change.Parameters is { } parameters ? [.. parameters.Select(parameter => parameter.ToParameter())] : null,
            Integration = change.Integration is { } integration ? new Given<RouteIntegration?>(integration.ToIntegration()) : null,
            ApiKeyRequired = change.ApiKeyRequired,
            Cors = change.Cors is { } cors ? new Given<CorsPreflight?>(cors.ToPreflight()) : null,
        },
        RouteEdit.RemoveRoute remove => new DocumentEdit.RemoveRoute(new RouteName(remove.Method, remove.Path)),
        RouteEdit.SetDefaultIntegration set => new DocumentEdit.SetDefaultIntegration(set.Integration?.ToIntegration()),
        RouteEdit.LeaveOut leave => new DocumentEdit.LeaveOut(Routes(leave.Operations)),
        RouteEdit.TakeBack take => new DocumentEdit.TakeBack(Routes(take.Operations)),
        RouteEdit.SettleSecurity settle => new DocumentEdit.SettleSecurity(settle.Scheme, settle.AtGateway switch
        {
            AtGateway.Unsaid => null,
            AtGateway.Open => "open",
            AtGateway.ApiKey => "api-key",
            _ => throw new UnreachableException(),
        }),
        RouteEdit.SetDocumentVersion set => new DocumentEdit.SetVersion(set.Version),
        RouteEdit.AddAuthorizer add => new DocumentEdit.AddAuthorizer(add.Name, add.Authorizer),
        RouteEdit.ChangeAuthorizer change => new DocumentEdit.ChangeAuthorizer(change.Name, change.Authorizer),
        RouteEdit.RemoveAuthorizer remove => new DocumentEdit.RemoveAuthorizer(remove.Name),
        RouteEdit.SetGuard set => new DocumentEdit.SetGuard(Routes(set.Operations), set.Guard),
        RouteEdit.SetDefaultGuard set => new DocumentEdit.SetDefaultGuard(set.Guard, set.ApiKeyRequired),
        RouteEdit.SetApiKeySource set => new DocumentEdit.SetApiKeySource(set.Source),
        RouteEdit.AddValidator add => new DocumentEdit.AddValidator(add.Name, add.Body, add.Parameters),
        RouteEdit.ChangeValidator change => new DocumentEdit.ChangeValidator(change.Name, change.Body, change.Parameters),
        RouteEdit.RemoveValidator remove => new DocumentEdit.RemoveValidator(remove.Name),
        RouteEdit.SetValidator set => new DocumentEdit.SetValidator(Routes(set.Operations), set.Validator),
        RouteEdit.SetDefaultValidator set => new DocumentEdit.SetDefaultValidator(set.Validator),
        RouteEdit.AddModel add => new DocumentEdit.AddModel(add.Name, add.Schema, add.ContentType, add.Description),
        RouteEdit.ChangeModel change => new DocumentEdit.ChangeModel(change.Name, change.Schema, change.ContentType, change.Description),
        RouteEdit.RemoveModel remove => new DocumentEdit.RemoveModel(remove.Name),
        RouteEdit.SetModels set => new DocumentEdit.SetModels(new RouteName(set.Method, set.Path), set.Request, set.Answers),
        RouteEdit.SetGatewayResponse set => new DocumentEdit.SetGatewayResponse(set.Type, set.Status, set.Headers, set.Templates),
        RouteEdit.RemoveGatewayResponse remove => new DocumentEdit.RemoveGatewayResponse(remove.Type),
        RouteEdit.AllowBrowsers allow => new DocumentEdit.AllowBrowsers(allow.Paths, (allow.Cors with { Enabled = true }).ToPreflight()!, allow.OnErrors),
        RouteEdit.ForbidBrowsers forbid => new DocumentEdit.ForbidBrowsers(forbid.Paths, forbid.OnErrors),
        RouteEdit.SetIntegrationOptions set => new DocumentEdit.SetIntegrationOptions(new RouteName(set.Method, set.Path))
        {
            VpcLink = set.VpcLink,
            IntegrationTarget = set.IntegrationTarget,
            TimeoutMillis = set.TimeoutMillis,
            Passthrough = set.Passthrough,
            ContentHandling = set.ContentHandling,
            RequestParameters = set.RequestParameters,
            RequestTemplates = set.RequestTemplates,
            CacheKeys = set.CacheKeys,
            SkipsVerification = set.SkipsVerification,
            Answers = set.Answers,
        },
        RouteEdit.SetHttpCors set => new DocumentEdit.SetHttpCors(set.Cors),
        RouteEdit.RenameAuthorizer rename => new DocumentEdit.RenameAuthorizer(rename.Name, rename.To),
        RouteEdit.RenameModel rename => new DocumentEdit.RenameModel(rename.Name, rename.To),
        RouteEdit.AddSocketRoute add => new DocumentEdit.AddSocketRoute(new(add.Key)
        {
            OperationId = add.OperationId,
            Integration = add.Integration,
            Answers = add.Answers,
            ApiKeyRequired = add.ApiKeyRequired,
            Parameters = [.. (add.Parameters ?? []).Select(parameter => parameter.ToParameter())],
            Messages = add.Messages,
            Replies = add.Replies,
        }),
        RouteEdit.ChangeSocketRoute change => new DocumentEdit.ChangeSocketRoute(change.Key)
        {
            NewKey = change.NewKey,
            OperationId = change.OperationId,
            Integration = change.Integration,
            Answers = change.Answers,
            ApiKeyRequired = change.ApiKeyRequired,
            Parameters = change.Parameters is { } parameters ? [.. parameters.Select(parameter => parameter.ToParameter())] : null,
            Messages = change.Messages,
            Replies = change.Replies,
        },
        RouteEdit.SetRouteSelection set => new DocumentEdit.SetRouteSelection(set.Expression),
        RouteEdit.SetPolicy set => new DocumentEdit.SetPolicy(set.Policy),
        _ => throw new UnreachableException(),
    };

    /// <summary>A text that names no operation is asked for as it is, and found by nobody.</summary>
    private static List<RouteName> Routes(IReadOnlyList<string> operations) => [.. operations.Select(operation => RouteName.Parse(operation) ?? new RouteName("", operation))];
}
