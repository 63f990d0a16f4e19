using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>How a connection to a WebSocket API is opened, and what is sent over it to come to a route.</summary>
internal static class SocketSamples
{
    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="key">The route's.</param>
    /// <param name="selection">The API's expression, which says by what part of a message its route is told.</param>
    /// <param name="call">The address of the stage with what must be brought, and an example of a message.</param>
    public static IReadOnlyList<CodeSample> Of(string key, string selection, SampleCall call) => key switch
    {
        // Nobody calls it: API Gateway does when a connection has ended.
        "$disconnect" => [],
        "$connect" => [new("wscat", Wscat(call)), new("C#", CSharp(call)), .. call.Headers is [] ? [new("JavaScript", JavaScript(call))] : Array.Empty<CodeSample>(), new("Python", Python(call))],
        _ => [new("Message", Message(key, selection, call.Json))],
    };

    private static string Wscat(SampleCall call) =>
        string.Join(" \\\n", [$"wscat -c {Quoted(call.Url)}", .. call.Headers.Select(header => $"  -H {Quoted($"{header.Name}: {header.Value}")}")]);

    private static string CSharp(SampleCall call) => string.Join('\n',
    [
        "using var socket = new System.Net.WebSockets.ClientWebSocket();",
        .. call.Headers.Select(header => $"socket.Options.SetRequestHeader({Literal(header.Name)}, {Literal(header.Value)});"),
        $"await socket.ConnectAsync(new Uri({Literal(call.Url)}), CancellationToken.None);",
    ]);

    /// <summary>In a browser, which sets no headers of a connection.</summary>
    private static string JavaScript(SampleCall call) => $"const socket = new WebSocket({Literal(call.Url)});\nsocket.onmessage = event => console.log(event.data);";

    private static string Python(SampleCall call) => string.Join('\n',
    [
        "from websockets.sync.client import connect",
        "",
        call.Headers is []
            ? $"with connect({Literal(call.Url)}) as socket:"
            : $"with connect({Literal(call.Url)}, additional_headers={{{string.Join(", ", call.Headers.Select(header => $"{Literal(header.Name)}: {Literal(header.Value)}"))}}}) as socket:",
        "    print(socket.recv())",
    ]);

    /// <summary>The example with the member that names the route, where a member does; what goes to $default names none.</summary>
    private static string Message(string key, string selection, string? example)
    {
        var known = example is null ? null : JsonNode.Parse(example) as JsonObject;
        var message = key is RouteMessage.DefaultRoute ? null : RouteMessage.Of(selection, key, known);

        return message?.ToJsonString(Relaxed) ?? example ?? "{}";
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Literal(string text) => JsonSerializer.Serialize(text, Line);
}
