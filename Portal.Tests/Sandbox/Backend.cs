using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox;

/// <summary>A backend that tells what it was sent. <c>/status/N</c> answers with N, <c>/never</c> not at all, and <c>?takes=MS</c> takes so long on the clock it was given.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Backend(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<Backend> StartAsync(FakeTimeProvider? clock = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            if (int.TryParse(context.Request.Query["takes"], out var milliseconds))
            {
                clock?.Advance(TimeSpan.FromMilliseconds(milliseconds));
            }

            return AnswerAsync(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/never")
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        context.Response.StatusCode = request.Path.StartsWithSegments("/status", out var status) ? int.Parse(status.Value![1..], null) : 200;
        context.Response.Headers["X-Backend"] = "yes";
        using StreamReader body = new(request.Body);
        JsonObject headers = [];
        foreach (var (name, value) in request.Headers)
        {
            headers[name.ToLowerInvariant()] = value.ToString();
        }

        await context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Path.Value,
            ["query"] = request.QueryString.Value,
            ["headers"] = headers,
            ["body"] = await body.ReadToEndAsync(context.RequestAborted),
        }, context.RequestAborted);
    }
}
