using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Amazon;

internal sealed record Seen(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

internal sealed record Reply(int Status = 200, string Body = "{}", string? ErrorType = null, string? RetryAfter = null, string ContentType = "application/json", string? Disposition = null);

/// <summary>Stands where AWS would: remembers what came over the wire, exactly as it came, and answers what it was told to, in order; then `{}`.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Reply> _replies;
    private readonly ConcurrentQueue<Seen> _seen = [];

    private RecordingServer(WebApplication app, IEnumerable<Reply> replies)
    {
        _app = app;
        _replies = new ConcurrentQueue<Reply>(replies);
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.Single();

    public IReadOnlyList<Seen> All => [.. _seen];

    public Seen Only => Assert.Single(_seen);

    public static async Task<RecordingServer> StartAsync(params Reply[] replies)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();

        var server = new RecordingServer(builder.Build(), replies);
        await server._app.StartAsync(TestContext.Current.CancellationToken);

        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _seen.Enqueue(new Seen(context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, body));

        var reply = _replies.TryDequeue(out var told) ? told : new Reply();
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.Headers["x-amzn-RequestId"] = "request-1";
        Set("x-amzn-ErrorType", reply.ErrorType);
        Set("Retry-After", reply.RetryAfter);
        Set("Content-Disposition", reply.Disposition);

        if (reply.Status != StatusCodes.Status204NoContent)
        {
            await context.Response.WriteAsync(reply.Body, context.RequestAborted);
        }

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                context.Response.Headers[name] = value;
            }
        }
    }
}
