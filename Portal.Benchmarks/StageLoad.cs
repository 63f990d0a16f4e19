using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Sandbox;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Benchmarks;

/// <summary>A sandbox, a backend, bare YARP before the same backend and a bare endpoint, all on loopback; and as many callers at once as a small service has.</summary>
internal sealed class StageLoad : IAsyncDisposable
{
    public const string Body = """{"id":7,"name":"Rex","tags":["dog","brown"],"price":12.5}""";

    private const int Callers = 32;
    private const int Turns = 30;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private readonly SocketsHttpHandler _handler = new() { UseProxy = false, MaxConnectionsPerServer = Callers };
    private readonly HttpMessageInvoker _client;
    private readonly WebApplication _bare;
    private readonly HttpMessageInvoker _forwarding = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, ActivityHeadersPropagator = null });

    private StageLoad(SandboxServer sandbox, WebApplication bare)
    {
        (Sandbox, _bare) = (sandbox, bare);
        _client = new(_handler);
    }

    public SandboxServer Sandbox { get; }

    /// <summary>Answers <c>/backend</c>, forwards <c>/yarp</c> to it, and answers <c>/endpoint</c>.</summary>
    public string Bare => _bare.Urls.First();

    public static async Task<StageLoad> StartAsync(CancellationToken cancellationToken)
    {
        // Wide limits: the ways are measured, not the throttle.
        var sandbox = await SandboxServer.StartAsync(new() { Port = 0, AccountRateLimit = 1e9, AccountBurstLimit = int.MaxValue }, null, cancellationToken);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddHttpForwarder().AddRouting();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        StageLoad load = new(sandbox, app);
        app.UseRouting();
        app.MapGet("/backend", AnswerAsync);
        app.MapGet("/endpoint", AnswerAsync);
        app.Map("/yarp", async context =>
        {
            _ = await app.Services.GetRequiredService<IHttpForwarder>().SendAsync(context, load.Bare, load._forwarding, ForwarderRequestConfig.Empty, new ToBackend());
        });
        await app.StartAsync(cancellationToken);
        return load;
    }

    /// <summary>Calls an operation of the sandbox.</summary>
    public async Task<JsonElement> OperateAsync(string path, object body, CancellationToken cancellationToken, string service = "apigateway", string? target = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Sandbox.Address, path)) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature=00");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", $"Any.{target}");
            request.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return text is "" ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>
    /// How often the second answers while the first answers once: the median of short turns that they take one after the other, each first as often as the other,
    /// so that whatever else the machine does meanwhile slows both alike.
    /// </summary>
    public async Task<double> RatioAsync(HttpRequestFactory sandbox, HttpRequestFactory bare, CancellationToken cancellationToken)
    {
        await RateAsync(sandbox, WarmUp, cancellationToken);
        await RateAsync(bare, WarmUp, cancellationToken);
        List<double> ratios = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var first = await RateAsync(turn % 2 is 0 ? sandbox : bare, Turn, cancellationToken);
            var second = await RateAsync(turn % 2 is 0 ? bare : sandbox, Turn, cancellationToken);
            ratios.Add(turn % 2 is 0 ? second / first : first / second);
        }

        return ratios.Order().ElementAt(Turns / 2);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _forwarding.Dispose();
        await Sandbox.DisposeAsync();
        await _bare.DisposeAsync();
    }

    /// <summary>Answers a second; anything but a 200 ends the benchmark.</summary>
    private async Task<double> RateAsync(HttpRequestFactory make, TimeSpan span, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            var answered = 0;
            while (watch.Elapsed < span)
            {
                using var request = make();
                using var response = await _client.SendAsync(request, cancellationToken);
                await response.Content.CopyToAsync(Stream.Null, cancellationToken);
                if (response.StatusCode is not HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{request.RequestUri} answered {(int)response.StatusCode}.");
                }

                answered++;
            }

            return answered;
        }));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Body);
    }

    private sealed class ToBackend : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.RequestUri = new Uri($"{destinationPrefix}/backend");
            proxyRequest.Headers.Host = null;
        }
    }
}

internal delegate HttpRequestMessage HttpRequestFactory();
