using System.Text;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>Takes the messages of a client to their routes, and sends back what a route answers with, or why it was not asked.</summary>
internal sealed class SocketMessages(SocketIntegrations integrations, Throttles throttles, TimeProvider time)
{
    public async Task HandleAsync(SocketExchange connect, SocketConnection connection, byte[] body, bool isBinary)
    {
        var route = RouteSelection.Find(connect.Stage.Definition, Encoding.UTF8.GetString(body));
        var message = connect.Next("MESSAGE", route?.RouteKey ?? "$default", route, time.GetUtcNow());
        (message.Body, message.IsBinary) = (body, isBinary);
        var refusal = Refusal(message);
        SocketAnswer? answer = null;
        if (refusal is null)
        {
            answer = await integrations.AnswerAsync(message, connect.Http.RequestAborted);
            refusal = answer.Status >= 500 ? new(StatusCodes.Status500InternalServerError, "Internal server error") : null;
        }

        message.Error ??= refusal?.Text;
        message.Status = refusal?.Status ?? StatusCodes.Status200OK;
        SocketMeasures.Record(message, clientError: refusal is { Status: < 500 }, time.GetUtcNow());
        if (refusal is not null)
        {
            await connection.SendAsync(Encoding.UTF8.GetBytes(message.Refused(refusal.Text)), isBinary: false);
        }
        else if (answer is { Body.Length: > 0 } && route is { RouteResponseSelectionExpression: not null } && connect.Stage.Definition.RouteResponses.Find(route.RouteId) is { Count: > 0 })
        {
            await connection.SendAsync(answer.Body, answer.IsBinary);
        }
    }

    /// <summary>Null if its route may be asked.</summary>
    private MessageRefusal? Refusal(SocketExchange message) =>
        message.Route is not { } route ? new(StatusCodes.Status403Forbidden, "Forbidden")
        : !throttles.TryTake(message.Stage.Region, message.Stage.ApiId, message.Stage.Stage, route.RouteKey) ? new(StatusCodes.Status429TooManyRequests, "Too Many Requests")
        : !SocketModels.Fits(message) ? new(StatusCodes.Status400BadRequest, "Invalid request body")
        : null;

    private sealed record MessageRefusal(int Status, string Text);
}
