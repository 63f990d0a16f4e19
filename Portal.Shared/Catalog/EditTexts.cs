namespace Portal.Shared.Catalog;

/// <summary>The texts of edits, which come from outside and go into a document.</summary>
internal static class EditTexts
{
    private const int LongestText = 64 * 1024;

    public static bool IsText(string? text)
    {
        if (text is not { Length: <= LongestText })
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every text that must be one, in lists too: a list's element may come as null from outside.</summary>
    public static IEnumerable<string?> Of(RouteEdit edit) => edit switch
    {
        RouteEdit.AddRoute add => [add.Method, add.Path, add.OperationId ?? "", add.Summary ?? "", .. Texts(add.Parameters), .. Texts(add.Integration), .. Texts(add.Cors)],
        RouteEdit.ChangeRoute change => [change.Method, change.Path, change.OperationId ?? "", change.Summary ?? "", .. Texts(change.Parameters ?? []), .. Texts(change.Integration), .. Texts(change.Cors)],
        RouteEdit.RemoveRoute remove => [remove.Method, remove.Path],
        RouteEdit.SetDefaultIntegration set => Texts(set.Integration),
        RouteEdit.LeaveOut leave => leave.Operations,
        RouteEdit.TakeBack take => take.Operations,
        RouteEdit.SettleSecurity settle => [settle.Scheme],
        RouteEdit.SetDocumentVersion set => [set.Version],
        RouteEdit.AddAuthorizer add => [add.Name, .. Texts(add.Authorizer)],
        RouteEdit.ChangeAuthorizer change => [change.Name, .. Texts(change.Authorizer)],
        RouteEdit.RemoveAuthorizer remove => [remove.Name],
        RouteEdit.SetGuard set => [.. set.Operations, .. Texts(set.Guard)],
        RouteEdit.SetDefaultGuard set => Texts(set.Guard),
        RouteEdit.AddValidator add => [add.Name],
        RouteEdit.ChangeValidator change => [change.Name],
        RouteEdit.RemoveValidator remove => [remove.Name],
        RouteEdit.SetValidator set => [.. set.Operations, set.Validator ?? ""],
        RouteEdit.SetDefaultValidator set => [set.Validator ?? ""],
        RouteEdit.AddModel add => [add.Name, add.Schema, add.ContentType ?? "", add.Description ?? ""],
        RouteEdit.ChangeModel change => [change.Name, change.Schema, change.ContentType ?? "", change.Description ?? ""],
        RouteEdit.RemoveModel remove => [remove.Name],
        RouteEdit.SetModels set => [set.Method, set.Path, .. (set.Request ?? []).SelectMany(body => new[] { body?.ContentType, body?.Model ?? "" }), .. (set.Answers ?? []).SelectMany(body => new[] { body?.Status, body?.ContentType, body?.Model ?? "" })],
        RouteEdit.SetGatewayResponse set => [set.Type, .. Texts(set.Headers), .. Texts(set.Templates)],
        RouteEdit.RemoveGatewayResponse remove => [remove.Type],
        RouteEdit.AllowBrowsers allow => [.. allow.Paths, .. Texts(allow.Cors)],
        RouteEdit.ForbidBrowsers forbid => forbid.Paths,
        RouteEdit.SetIntegrationOptions set => [set.Method, set.Path, set.VpcLink ?? "", set.IntegrationTarget ?? "", set.Passthrough ?? "", set.ContentHandling ?? "", .. set.RequestParameters is null ? [] : Texts(set.RequestParameters), .. set.RequestTemplates is null ? [] : Texts(set.RequestTemplates), .. set.CacheKeys ?? [], .. (set.Answers ?? []).SelectMany(answer => new[] { answer?.Pattern, answer?.Status, answer?.ContentHandling ?? "" }.Concat(Texts(answer?.Headers)).Concat(Texts(answer?.Templates)))],
        RouteEdit.SetHttpCors { Cors: var cors } => cors is null ? [] : [.. cors.AllowOrigins, .. cors.AllowMethods, .. cors.AllowHeaders, .. cors.ExposeHeaders],
        RouteEdit.RenameAuthorizer rename => [rename.Name, rename.To],
        RouteEdit.RenameModel rename => [rename.Name, rename.To],
        RouteEdit.AddSocketRoute add => [add.Key, add.OperationId ?? "", .. Texts(add.Integration), .. Texts(add.Parameters ?? []), .. Texts(add.Messages), .. Texts(add.Replies)],
        RouteEdit.ChangeSocketRoute change => [change.Key, change.NewKey ?? "", change.OperationId ?? "", .. Texts(change.Integration), .. Texts(change.Parameters ?? []), .. Texts(change.Messages), .. Texts(change.Replies)],
        RouteEdit.SetRouteSelection set => [set.Expression],
        RouteEdit.SetPolicy set => [set.Policy ?? ""],
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

    private static IEnumerable<string?> Texts(SocketIntegrationView? integration) => integration is null ? [] :
    [
        integration.Uri ?? "", integration.Method ?? "", integration.VpcLink ?? "", integration.Role ?? "", integration.Passthrough ?? "", integration.ContentHandling ?? "", integration.TemplateSelection ?? "",
        .. Texts(integration.RequestParameters),
        .. Texts(integration.RequestTemplates),
        .. (integration.Answers ?? []).SelectMany(answer => new[] { answer?.Pattern, answer?.TemplateSelection ?? "", answer?.ContentHandling ?? "" }.Concat(Texts(answer?.Parameters)).Concat(Texts(answer?.Templates))),
    ];

    private static IEnumerable<string?> Texts(MessageModels? models) => models is null ? [] : [models.Selection ?? "", .. (models.Models ?? []).SelectMany(model => new[] { model?.Key, model?.Model ?? "" })];

    private static IEnumerable<string?> Texts(CorsView? cors) => cors is null ? [] : [.. cors.AllowOrigins, .. cors.AllowMethods, .. cors.AllowHeaders];

    private static IEnumerable<string?> Texts(IReadOnlyDictionary<string, string>? pairs) => pairs is null ? new string?[] { null } : pairs.SelectMany(pair => new string?[] { pair.Key, pair.Value });

    private static IEnumerable<string?> Texts(Authorizer? authorizer) => authorizer switch
    {
        Authorizer.Token token => [token.Function, token.Header, token.ValidationExpression ?? "", token.Role ?? ""],
        Authorizer.Request request => [request.Function, .. request.IdentitySources, request.Role ?? ""],
        Authorizer.Jwt jwt => [jwt.Issuer, .. jwt.Audience, jwt.IdentitySource],
        Authorizer.HttpRequest request => [request.Function, .. request.IdentitySources, request.PayloadVersion, request.Role ?? ""],
        Authorizer.Cognito cognito => [.. cognito.UserPools, cognito.Header, cognito.ValidationExpression ?? ""],
        _ => [],
    };

    private static IEnumerable<string?> Texts(Guard? guard) => guard is Guard.By by ? [by.Authorizer, .. by.Scopes] : [];
}
