using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>The fields of an authorizer, by its kind; inside an EditForm.</summary>
public sealed partial class AuthorizerFields
{
    private static readonly string[] Versions = ["2.0", "1.0"];

    [Parameter, EditorRequired]
    public required AuthorizerDraft Draft { get; set; }

    /// <summary>Of the API.</summary>
    [Parameter]
    public Protocol Protocol { get; set; } = Protocol.Rest;

    private string Sources => Protocol is Protocol.WebSocket
        ? "A line each: route.request.header.NAME, route.request.querystring.NAME, stageVariables.NAME or context.NAME. A connection that lacks one is answered with 401. Browsers cannot send headers of their own with it: they have the query."
        : Draft.Kind is AuthorizerKind.HttpRequest
        ? "A line each: $request.header.NAME, $request.querystring.NAME, $context.NAME or $stageVariables.NAME. A call that lacks one is answered with 401."
        : "A line each: method.request.header.NAME, method.request.querystring.NAME, stageVariables.NAME or context.NAME. A call that lacks one is answered with 401, and answers are remembered by all of them.";
}
