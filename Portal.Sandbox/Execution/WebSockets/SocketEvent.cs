using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>The event that functions get of a connection.</summary>
internal static class SocketEvent
{
    public static JsonObject Of(SocketExchange exchange)
    {
        JsonObject all = [];
        if (exchange.EventType is not "MESSAGE")
        {
            var request = exchange.Http.Request;
            all["headers"] = Last(request.Headers);
            all["multiValueHeaders"] = Every(request.Headers);
            if (request.Query.Count > 0 && exchange.EventType is "CONNECT")
            {
                all["queryStringParameters"] = Last(request.Query);
                all["multiValueQueryStringParameters"] = Every(request.Query);
            }
        }

        if (exchange.Stage.Stage.StageVariables is { Count: > 0 } variables)
        {
            all["stageVariables"] = new JsonObject(variables.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        }

        all["requestContext"] = Context(exchange);
        if (exchange.EventType is "MESSAGE")
        {
            all["body"] = exchange.IsBinary ? Convert.ToBase64String(exchange.Body) : Encoding.UTF8.GetString(exchange.Body);
        }

        all["isBase64Encoded"] = exchange is { EventType: "MESSAGE", IsBinary: true };
        return all;
    }

    private static JsonObject Context(SocketExchange exchange)
    {
        JsonObject context = [];
        foreach (var name in (string[])["routeKey", "eventType", "extendedRequestId", "requestTime", "messageDirection", "stage", "requestId", "domainName", "connectionId", "apiId"])
        {
            context[name] = exchange.Context(name);
        }

        context["connectedAt"] = exchange.ConnectedAt.ToUnixTimeMilliseconds();
        context["requestTimeEpoch"] = exchange.Time.ToUnixTimeMilliseconds();
        context["identity"] = new JsonObject { ["sourceIp"] = exchange.Context("identity.sourceIp"), ["userAgent"] = exchange.Context("identity.userAgent") };
        if (exchange.EventType is "MESSAGE")
        {
            context["messageId"] = exchange.MessageId;
        }

        if (exchange.Closing is { } closing)
        {
            context["disconnectStatusCode"] = closing.Status;
            context["disconnectReason"] = closing.Reason ?? "";
        }

        if (exchange.Caller is { } caller)
        {
            JsonObject authorizer = new(caller.Values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))) { ["principalId"] = caller.PrincipalId };
            context["authorizer"] = authorizer;
        }

        return context;
    }

    private static JsonObject Last(IEnumerable<KeyValuePair<string, StringValues>> values) => new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value[^1])));

    private static JsonObject Every(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(value => (JsonNode?)value)]))));
}
