using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Portal.Sandbox.Execution.Authorizers;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>The open connections, and what may be done with them from outside: <c>POST</c>, <c>GET</c> and <c>DELETE</c> of <c>@connections/{id}</c>, signed.</summary>
internal sealed class Connections(Signatures signatures, TimeProvider time)
{
    private const int LongestMessage = 128 * 1024;

    private readonly ConcurrentDictionary<string, SocketConnection> _open = new(StringComparer.Ordinal);

    public int Count => _open.Count;

    public static string NewId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(11)).Replace('+', '-').Replace('/', '_');

    public void Add(SocketConnection connection) => _open[connection.Id] = connection;

    public void Remove(SocketConnection connection) => _open.TryRemove(connection.Id, out _);

    public async Task HandleAsync(HttpContext context, SocketStage stage, string id)
    {
        using MemoryStream content = new();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        var (fault, _) = await signatures.CheckAsync(context, () => ValueTask.FromResult(content.ToArray()), "execute-api:ManageConnections",
            () => $"arn:aws:execute-api:{stage.Region.Name}:{stage.Region.Account}:{stage.ApiId}/{stage.Stage.StageName}/{context.Request.Method}/@connections/{id}");
        if (fault is not null)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, fault.ErrorType, fault.Message);
        }
        else if (!_open.TryGetValue(id, out var connection) || connection.Stage.Key != stage.Key)
        {
            await RefuseAsync(context, StatusCodes.Status410Gone, "GoneException", null);
        }
        else
        {
            await ServeAsync(context, connection, content.ToArray());
        }
    }

    private async Task ServeAsync(HttpContext context, SocketConnection connection, byte[] message)
    {
        switch (context.Request.Method)
        {
            case "POST" when message.Length > LongestMessage:
                await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "PayloadTooLargeException", "Request Too Long");
                break;
            case "POST":
                if (await connection.SendAsync(message, isBinary: false))
                {
                    SocketMeasures.RecordSent(connection.Stage, time.GetUtcNow());
                }
                else
                {
                    await RefuseAsync(context, StatusCodes.Status410Gone, "GoneException", null);
                }

                break;
            case "GET":
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(new JsonObject
                {
                    ["connectedAt"] = connection.ConnectedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
                    ["identity"] = new JsonObject { ["sourceIp"] = connection.SourceIp, ["userAgent"] = connection.UserAgent },
                    ["lastActiveAt"] = connection.LastActiveAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
                }.ToJsonString(), context.RequestAborted);
                break;
            case "DELETE":
                connection.End();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "ForbiddenException", "Forbidden");
                break;
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string type, string? message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-ErrorType"] = type;
        if (message is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(new JsonObject { ["message"] = message }.ToJsonString(), context.RequestAborted);
        }
    }
}
