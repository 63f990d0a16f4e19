using System.Diagnostics;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Routes of WebSocket APIs in few words.</summary>
internal static class SocketRouteWords
{
    public static string Meaning(this SocketRouteView route) => route.Key switch
    {
        "$connect" => "when a connection is opened",
        "$disconnect" => "when it is closed",
        "$default" => "for messages that name no other",
        _ => "for messages that name it",
    };

    public static string Words(this SocketRouteView route) => (route.Integration, route.OtherIntegration) switch
    {
        (null, null) => "none",
        (null, var other) => other is "" ? "of no type" : other,
        ({ Type: SocketIntegrationType.Mock }, _) => "Mock",
        ({ } integration, _) => $"{integration.Type.Word()} {integration.Uri}",
    };

    /// <summary>The models of its messages.</summary>
    public static string Models(this SocketRouteView route) => string.Join(", ", route.Messages.Models.Select(model => model.Model ?? "described in place"));

    /// <summary>A route as messages name it, where an operation of the document is said: "ANY /send" is send.</summary>
    public static string RouteWord(this Protocol protocol, string operation) => protocol is Protocol.WebSocket && operation.StartsWith("ANY /", StringComparison.Ordinal) ? operation["ANY /".Length..] : operation;

    public static string Word(this ApiKeySource source) => source switch
    {
        ApiKeySource.Header => "In the header x-api-key",
        ApiKeySource.Authorizer => "In what the authorizer says",
        _ => throw new UnreachableException(),
    };

    public static string Hint(this ApiKeySource source) => source switch
    {
        ApiKeySource.Header => "Callers send it as x-api-key; keys come from usage plans.",
        ApiKeySource.Authorizer => "The authorizer's answer says it, as usageIdentifierKey; keys come from usage plans.",
        _ => throw new UnreachableException(),
    };

    public static string Word(this SocketIntegrationType type) => type switch
    {
        SocketIntegrationType.Mock => "Mock",
        SocketIntegrationType.Http => "HTTP, mapped",
        SocketIntegrationType.HttpProxy => "HTTP proxy",
        SocketIntegrationType.Aws => "Service of AWS",
        SocketIntegrationType.Lambda => "Lambda function",
        _ => throw new UnreachableException(),
    };

    public static string Help(this SocketIntegrationType type) => type switch
    {
        SocketIntegrationType.Mock => "API Gateway answers itself, by templates. No backend is needed.",
        SocketIntegrationType.Http => "A backend gets what a template makes of the message.",
        SocketIntegrationType.HttpProxy => "A backend gets the message as it is.",
        SocketIntegrationType.Aws => "A queue, a stream or a function gets what a template makes of the message.",
        SocketIntegrationType.Lambda => "A function gets the message with its connection.",
        _ => throw new UnreachableException(),
    };
}
