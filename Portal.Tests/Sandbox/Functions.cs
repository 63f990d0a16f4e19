using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Sandbox;

/// <summary>Stands for Lambda: functions of a test by name, behind one port. What they were sent is kept.</summary>
internal sealed class Functions : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<JsonNode, string>> _functions = new(StringComparer.Ordinal);

    private Functions(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonNode> Events { get; } = new();

    public string Url => _app.Urls.First();

    /// <summary>What the sandbox is told: a URL for each ARN.</summary>
    public IReadOnlyDictionary<string, Uri> Urls => _functions.Keys.ToDictionary(Arn, name => new Uri($"{Url}/{name}"));

    public static string Arn(string name) => $"arn:aws:lambda:eu-central-1:123456789012:function:{name}";

    /// <summary>The URI of an integration or an authorizer.</summary>
    public static string Uri(string name) => $"arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/{Arn(name)}/invocations";

    public static async Task<Functions> StartAsync(params (string Name, Func<JsonNode, string> Answer)[] functions)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        Functions all = new(app);
        foreach (var (name, answer) in functions)
        {
            all._functions[name] = answer;
        }

        app.Run(all.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return all;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using StreamReader body = new(context.Request.Body);
        var sent = JsonNode.Parse(await body.ReadToEndAsync(context.RequestAborted))!;
        Events.Enqueue(sent);
        var answer = _functions[context.Request.Path.Value![1..]](sent);
        if (answer is "never")
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await context.Response.WriteAsync(answer, context.RequestAborted);
    }
}
