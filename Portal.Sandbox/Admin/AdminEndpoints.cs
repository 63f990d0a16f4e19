using Microsoft.AspNetCore.Http.Features;
using Portal.Sandbox.Traffic;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Admin;

/// <summary>What belongs to the sandbox alone, under <c>/_sandbox/</c>: no AWS service has these.</summary>
internal sealed class AdminEndpoints(Parts parts, TrafficEndpoints traffic)
{
    public const string Prefix = "/_sandbox";
    private const long LargestArchive = 1024L * 1024 * 1024;
    private const int LargestBody = 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        if (IsFromAnotherSite(context.Request))
        {
            await WriteAsync(context, Answer.Of(new(403, "ForbiddenException", "A page of another site may not do this.")));
            return;
        }

        var path = context.Request.Path.Value?[Prefix.Length..].Trim('/') ?? "";
        try
        {
            await ((context.Request.Method, path) switch
            {
                ("GET", "state") => SendStateAsync(context),
                ("POST", "state") => TakeStateAsync(context),
                (_, "traffic") => MakeTrafficAsync(context),
                var (verb, _) => RestAsync(context, verb, path),
            });
        }
        catch (FormatException exception)
        {
            await WriteAsync(context, Answer.Of(AwsError.BadRequest(exception.Message)));
        }
    }

    private async Task RestAsync(HttpContext context, string verb, string path)
    {
        var body = verb is "POST" ? await BodyAsync(context) : [];
        await WriteAsync(context, (verb, path) switch
        {
            ("GET", "") => Answer.Ok(Holdings.Of(parts.World), WireJson.Default.Holdings),
            ("POST", "reset") => Done(Reset),
            ("GET", "calls") => Answer.Ok(new CallList(parts.Calls.After(long.TryParse(context.Request.Query["after"], out var after) ? after : 0)), WireJson.Default.CallList),
            ("GET", "faults") => Answer.Ok(parts.Faults.Rules, WireJson.Default.IReadOnlyListFaultRule),
            ("POST", "faults") => Done(() => parts.Faults.Add(FaultRule.Read(body))),
            ("DELETE", "faults") => Done(parts.Faults.Clear),
            ("GET", "settings") => Settings,
            ("POST", "settings") => Changed(SettingsChange.Read(body)),
            ("GET", "clock") => Clock,
            ("POST", "clock") => Moved(body),
            ("DELETE", "clock") => Done(parts.Clock.Reset),
            _ => Answer.Of(AwsError.NotFound("The sandbox has GET /_sandbox/, POST reset, GET calls?after=N, GET and POST settings, GET and POST state, and GET, POST, DELETE of faults, clock and traffic.")),
        });
    }

    private Answer Settings => Answer.Ok(SettingsChange.Shown(parts.Controls.Settings), AdminJson.Default.SettingsChange);

    private Answer Clock => Answer.Ok(new(parts.Clock.GetUtcNow(), parts.Clock.Ahead.TotalSeconds), AdminJson.Default.ClockReading);

    private Answer Changed(SettingsChange change)
    {
        parts.Controls.Change(change);
        return Settings;
    }

    private Answer Moved(byte[] body)
    {
        ClockMove.Read(body).Apply(parts.Clock);
        return Clock;
    }

    private void Reset()
    {
        traffic.Stop();
        parts.Reset();
    }

    private async Task MakeTrafficAsync(HttpContext context) => await WriteAsync(context, await traffic.AnswerAsync(context));

    private async Task SendStateAsync(HttpContext context)
    {
        // Whole first: a reader that stops must not hold up the Regions.
        using MemoryStream archive = new();
        StateArchive.Write(parts.World, archive);
        context.Response.ContentType = "application/zip";
        context.Response.ContentLength = archive.Length;
        await context.Response.Body.WriteAsync(archive.GetBuffer().AsMemory(0, (int)archive.Length), context.RequestAborted);
    }

    private async Task TakeStateAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestArchive;
        using MemoryStream archive = new();
        await context.Request.Body.CopyToAsync(archive, context.RequestAborted);
        try
        {
            StateArchive.Read(parts.World, archive);
            await WriteAsync(context, Answer.NoContent);
        }
        catch (InvalidDataException exception)
        {
            await WriteAsync(context, Answer.Of(AwsError.BadRequest(exception.Message)));
        }
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestBody;
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
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
