using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Sandbox;
using Portal.Server.Aws;
using Portal.Server.Gateway;

namespace Portal.Tests.Aws;

/// <summary>The adapter against a sandbox of its own, met over HTTP only; every call is counted.</summary>
internal sealed class AwsBench : IAsyncDisposable
{
    private readonly SandboxServer _sandbox;
    private readonly ServiceProvider _http;
    private readonly HttpClient _admin;

    private AwsBench(SandboxServer sandbox, ICallPace pace)
    {
        _sandbox = sandbox;
        _admin = new HttpClient { BaseAddress = sandbox.Address };
        Calls = new SeenCalls();
        _http = Http(Calls);
        Clients = ClientsOf(_http, sandbox.Address, pace: pace);
        Gateway = Open();
    }

    public Uri Address => _sandbox.Address;

    public SeenCalls Calls { get; }

    public AwsClients Clients { get; }

    public AwsGateway Gateway { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<AwsBench> StartAsync(ICallPace? pace = null) =>
        new(await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, null, Cancelled), pace ?? NoPace.Instance);

    public static ServiceProvider Http(SeenCalls? seen = null)
    {
        var services = new ServiceCollection();
        var http = SharedHttp.Add(services);

        if (seen is not null)
        {
            http.AddHttpMessageHandler(() => new CountingHandler(seen));
        }

        return services.BuildServiceProvider();
    }

    public static AwsClients ClientsOf(IServiceProvider http, Uri url, string? roleArn = null, AwsSettings? settings = null, ICallPace? pace = null) =>
        AwsClients.Of(new AwsEndpoint("eu-west-1", url), roleArn, settings ?? new AwsSettings(), http.GetRequiredService<SharedHttp>(), pace ?? NoPace.Instance);

    /// <summary>As after a restart: nothing is remembered.</summary>
    public AwsGateway Open(bool writable = true) => new(Clients, writable, NullLogger.Instance);

    /// <summary>One that does not wait long for an answer that never comes. On a busy machine other calls may take it as long: whoever needs them answered opens one without settings.</summary>
    public AwsGateway Open(AwsSettings settings) => new(ClientsOf(_http, Address, settings: settings), writable: true, NullLogger.Instance);

    /// <summary>What the sandbox did from now on, by operation.</summary>
    public async Task<IReadOnlyList<(string Operation, bool IsRead)>> CallsAfterAsync(long number) =>
        [.. (await CallListAsync(number)).Select(call => (call!["operation"]!.ToString(), call["isRead"]!.GetValue<bool>()))];

    public async Task<long> LastCallAsync() => (await CallListAsync(0)).LastOrDefault()?["number"]!.GetValue<long>() ?? 0;

    public async Task FailAsync(string operation, string kind, int count = 1)
    {
        using var answer = await _admin.PostAsJsonAsync("/_sandbox/faults", new { operation, kind, count }, Cancelled);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc cref="Storm"/>
    public Task StormAsync(int seed) => Storm.BeginAsync(_admin, seed);

    public Task CalmAsync() => Storm.EndAsync(_admin);

    /// <summary>The APIs that the sandbox holds, with how many deployments and which stages.</summary>
    public async Task<JsonArray> HeldAsync() =>
        [.. (await _admin.GetFromJsonAsync<JsonObject>("/_sandbox/", Cancelled))!["regions"]!.AsArray().SelectMany(region => region!["restApis"]!.AsArray()).Select(api => api!.DeepClone())];

    /// <summary>A call to a deployed stage.</summary>
    public async Task<(int Status, string Body)> CallAsync(string url)
    {
        using var answer = await _admin.GetAsync(new Uri(url), Cancelled);

        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>Everything of an API, from nothing to a stage that answers.</summary>
    public async Task DeployAsync(RestApiSpec api, StageSpec stage)
    {
        await Gateway.CreateAsync(api, Cancelled);
        await Gateway.CreateAsync(DeploymentSpec.Of(api), Cancelled);
        await Gateway.CreateAsync(stage, Cancelled);
    }

    public Task<GatewayState> ReadAsync(string api, params string[] stages) => Gateway.ReadAsync(GatewayScope.OfApi(Guid.Empty, api, stages), Cancelled);

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _http.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private async Task<JsonArray> CallListAsync(long after) => (await _admin.GetFromJsonAsync<JsonObject>($"/_sandbox/calls?after={after}", Cancelled))!["calls"]!.AsArray();
}
