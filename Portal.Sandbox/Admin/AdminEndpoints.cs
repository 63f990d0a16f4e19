using System.Text.Json;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Admin;

/// <summary>What belongs to the sandbox alone, under <c>/_sandbox/</c>: no AWS service has these.</summary>
internal sealed class AdminEndpoints(World world, Faults faults, CallLog calls)
{
    public const string Prefix = "/_sandbox";

    public async Task HandleAsync(HttpContext context)
    {
        if (IsFromAnotherSite(context.Request))
        {
            await WriteAsync(context, Answer.Of(new(403, "ForbiddenException", "A page of another site may not do this.")));
            return;
        }

        var path = context.Request.Path.Value?[Prefix.Length..].Trim('/') ?? "";
        var answer = (context.Request.Method, path) switch
        {
            ("GET", "") => Answer.Ok(Holdings.Of(world), WireJson.Default.Holdings),
            ("POST", "reset") => Reset(),
            ("GET", "calls") => Answer.Ok(new CallList(calls.After(long.TryParse(context.Request.Query["after"], out var after) ? after : 0)), WireJson.Default.CallList),
            ("GET", "faults") => Answer.Ok(faults.Rules, WireJson.Default.IReadOnlyListFaultRule),
            ("POST", "faults") => await AddFaultAsync(context),
            ("DELETE", "faults") => Done(faults.Clear),
            _ => Answer.Of(AwsError.NotFound("The sandbox has GET /_sandbox/, POST reset, GET calls?after=N, and GET, POST, DELETE faults.")),
        };
        await WriteAsync(context, answer);
    }

    private Answer Reset() => Done(() =>
    {
        world.Reset();
        faults.Clear();
        calls.Clear();
    });

    private async Task<Answer> AddFaultAsync(HttpContext context)
    {
        try
        {
            var rule = await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.FaultRule, context.RequestAborted);
            if (rule is null or { Nth: < 1 } or { Count: < 1 } or { Probability: < 0 or > 1 })
            {
                return Answer.Of(AwsError.BadRequest("nth and count start at 1, probability is 0 to 1."));
            }

            faults.Add(rule);
            return Answer.NoContent;
        }
        catch (JsonException)
        {
            return Answer.Of(AwsError.BadRequest("""A fault is {"operation": "*" or a name, "kind": "429" | "500" | "timeout-before" | "timeout-after" | "reset-before" | "reset-after", "nth"?, "count"?, "probability"?, "seed"?}."""));
        }
    }

    private static Answer Done(Action act)
    {
        act();
        return Answer.NoContent;
    }

    // A page on the web can make a browser post to a port of this machine; it cannot hide that it did.
    private static bool IsFromAnotherSite(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback);

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (!answer.Content.IsEmpty)
        {
            context.Response.ContentType = answer.ContentType;
            await context.Response.Body.WriteAsync(answer.Content, context.RequestAborted);
        }
    }
}
