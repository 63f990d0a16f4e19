using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Adds an authorizer, changes one, or makes one of a security scheme that API Gateway does not know. Saving makes a revision.</summary>
public sealed partial class AuthorizerDialog
{
    private AuthorizerDraft _draft = new();

    /// <summary>Of the API; each has authorizers of its own.</summary>
    [Parameter]
    public Protocol Protocol { get; set; } = Protocol.Rest;

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>Null adds one.</summary>
    [Parameter]
    public SchemeView? Scheme { get; set; }

    private AuthorizerKind[] Kinds => Protocol switch
    {
        Protocol.Http => [AuthorizerKind.Jwt, AuthorizerKind.HttpRequest],
        Protocol.WebSocket => [AuthorizerKind.Request],
        _ => [AuthorizerKind.Token, AuthorizerKind.Request, AuthorizerKind.Cognito],
    };

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, ApiView api, int revision, SchemeView? scheme) => dialogs.OpenAsync<AuthorizerDialog, RevisedApi>(
        "Authorizer",
        new()
        {
            { dialog => dialog.ApiId, api.Id },
            { dialog => dialog.Protocol, api.Protocol },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Scheme, scheme },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft = Scheme is { Authorizer: { } known } ? AuthorizerDraft.Of(Scheme.Name, known) : AuthorizerDraft.New(Scheme?.Name ?? "", Protocol);

    private static string Word(AuthorizerKind kind) => kind switch
    {
        AuthorizerKind.Token => "A function, by a token",
        AuthorizerKind.Request => "A function, by the request",
        AuthorizerKind.Cognito => "Cognito",
        AuthorizerKind.Jwt => "Nobody: a signed token is enough",
        AuthorizerKind.HttpRequest => "A function",
        _ => throw new UnreachableException(),
    };

    private static string Help(AuthorizerKind kind) => kind switch
    {
        AuthorizerKind.Token => "It is given what one header holds, and answers with a policy.",
        AuthorizerKind.Request => "It is given headers, query and context of the call, and answers with a policy.",
        AuthorizerKind.Cognito => "API Gateway checks tokens of user pools itself.",
        AuthorizerKind.Jwt => "API Gateway checks the issuer's signature, the audience and scopes itself (JWT).",
        AuthorizerKind.HttpRequest => "It is given headers, query and context of the call.",
        _ => throw new UnreachableException(),
    };

    private async Task SaveAsync()
    {
        var (name, authorizer) = (_draft.Name?.Trim() ?? "", _draft.ToAuthorizer(Protocol));

        await SendAsync(Scheme is null
            ? [new RouteEdit.AddAuthorizer { Name = name, Authorizer = authorizer }]
            : [new RouteEdit.ChangeAuthorizer { Name = Scheme.Name, Authorizer = authorizer }, .. name == Scheme.Name ? Array.Empty<RouteEdit>() : [new RouteEdit.RenameAuthorizer { Name = Scheme.Name, To = name }]]);
    }
}
