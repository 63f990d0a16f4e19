using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Sandbox;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Tests.Gateway;

namespace Portal.Tests.Sync;

/// <summary>600 APIs with three stages each on a sandbox that enforces AWS's quotas, and the portal's own adapter before it, at the portal's pace; both by one simulated clock.</summary>
internal sealed class QuotaAccount : IAsyncDisposable
{
    public const int Apis = 600;
    public const int Changed = 100;
    public const double Share = 0.8;

    private const string Region = "eu-west-1";

    private static readonly string[] Stages = ["dev", "test", "prod"];

    private readonly QuietClock _clock;
    private readonly SandboxServer _sandbox;
    private readonly ServiceProvider _http;
    private readonly CallPace _pace;
    private readonly AwsClients _clients;
    private readonly AwsGateway _gateway;
    private readonly HttpClient _admin;
    private QuotaRun _run = new();

    private QuotaAccount(QuietClock clock, SandboxServer sandbox)
    {
        (_clock, _sandbox, _admin) = (clock, sandbox, new HttpClient { BaseAddress = sandbox.Address });
        _admin.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=portal/20261122/{Region}/apigateway/aws4_request, SignedHeaders=host, Signature=0");

        var services = new ServiceCollection();
        SharedHttp.Add(services).AddHttpMessageHandler(() => new EndOfCall(clock));
        _http = services.BuildServiceProvider();
        _pace = new CallPace(new SyncOptions { Share = Share }, clock, NullLogger<CallPace>.Instance);
        _clients = AwsClients.Of(new AwsEndpoint(Region, sandbox.Address), null, new AwsSettings(), _http.GetRequiredService<SharedHttp>(), new RestingPace(_pace, clock, this));
        _gateway = new AwsGateway(_clients, true, NullLogger.Instance);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<QuotaAccount> StartAsync()
    {
        var clock = new QuietClock();
        var account = new QuotaAccount(clock, await SandboxServer.StartAsync(new SandboxOptions { Port = 0, TimeProvider = clock }, null, Cancelled));
        await Parallel.ForEachAsync(Enumerable.Range(0, Apis), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled }, async (number, _) => await account.PutAsync(Api(number, 1)));
        await account.SendAsync("/_sandbox/settings", new { quotas = true });

        return account;
    }

    /// <summary>Looks quickly at all of them, changes some if wanted, and lets a person make a key now and then.</summary>
    public async Task<QuotaRun> RunAsync(bool withChanges)
    {
        var (run, began) = (_run = new(), _clock.GetUtcNow());
        var work = new List<Task>(Many(Apis, 8, Errand.Background, CheckAsync));

        if (withChanges)
        {
            work.AddRange(Many(Changed, 4, Errand.Run, ChangeAsync));
        }

        var all = Task.WhenAll(work);

        await _clock.WorkAsync(async () =>
        {
            while (!all.IsCompleted)
            {
                var asked = _clock.GetUtcNow();
                await _clients.Writing.CreateApiKeyAsync(new CreateApiKeyRequest { Name = $"key-{run.Waits.Count}", Enabled = true }, Cancelled);
                run.Waits.Add((_clock.GetUtcNow() - asked).TotalSeconds);
                await _clock.PauseAsync(TimeSpan.FromSeconds(29));
            }
        });
        await all;
        run.Seconds = (_clock.GetUtcNow() - began).TotalSeconds;

        return run;
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        _pace.Dispose();
        await _http.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static RestApiSpec Api(int number, int routes) =>
        Given.RestApi($"api-{number}", [.. Enumerable.Range(0, routes).Select(route => ($"GET /things/{route}", Given.MockMethod()))]);

    private static StageSpec Stage(RestApiSpec api, string name) => Given.Stage($"{api.Id}-{name}", api) with { Name = name };

    private static GatewayState Known(RestApiSpec api) => new([api, DeploymentSpec.Of(api), .. Stages.Select(name => Stage(api, name))]);

    private async Task CheckAsync(int number)
    {
        var known = Known(Api(number, 1));
        var look = await _gateway.LookAsync(Scope(known), known, Cancelled);

        // Those that are changed meanwhile are not as they were.
        Assert.True(number < Changed || Differ.Compare(look.State, known).IsEmpty, $"API {number} is not as it was put.");
    }

    /// <summary>As a run does it: looks, writes, reads back.</summary>
    private async Task ChangeAsync(int number)
    {
        var (before, after) = (Api(number, 1), Api(number, 2));
        var stage = Stage(before, "dev");
        await _gateway.ReadAsync(Scope(Known(before)), Cancelled);
        await _gateway.UpdateAsync(before, after, Cancelled);
        await _gateway.CreateAsync(DeploymentSpec.Of(after), Cancelled);
        await _gateway.UpdateAsync(stage, stage with { Deployment = DeploymentSpec.IdOf(after) }, Cancelled);
        var read = await _gateway.ReadAsync(Scope(Known(before)), Cancelled);
        Assert.Equal(after.Text, read.Find(after.Address)?.Text);
    }

    private static GatewayScope Scope(GatewayState known) =>
        GatewayScope.OfApi(Guid.Empty, known.Specs.OfType<RestApiSpec>().Single().Id, [.. known.Specs.OfType<StageSpec>().Select(stage => stage.Id)]);

    private IEnumerable<Task> Many(int count, int atOnce, Errand errand, Func<int, Task> deed)
    {
        var next = -1;

        return [.. Enumerable.Range(0, atOnce).Select(_ => _clock.WorkAsync(async () =>
        {
            using var on = Errands.On(errand);

            while (Interlocked.Increment(ref next) is var number && number < count)
            {
                await deed(number);
            }
        }))];
    }

    /// <summary>Puts an API there by AWS's HTTP alone: quicker than by the adapter, and told by what the portal then finds.</summary>
    private async Task PutAsync(RestApiSpec api)
    {
        var id = (await SendAsync("/restapis", new { name = api.Name, version = api.Version, endpointConfiguration = new { types = new[] { "REGIONAL" } }, tags = Tags(api.Id) }))["id"];
        using var body = new StringContent(OpenApiBody.Of(api));
        using var put = await _admin.PutAsync(new Uri($"/restapis/{id}?mode=overwrite", UriKind.Relative), body, Cancelled);
        put.EnsureSuccessStatusCode();
        var deployment = (await SendAsync($"/restapis/{id}/deployments", new { description = DeploymentSpec.IdOf(api) }))["id"];

        foreach (var name in Stages)
        {
            await SendAsync($"/restapis/{id}/stages", new { stageName = name, deploymentId = $"{deployment}", tags = Tags(Stage(api, name).Id) });
        }
    }

    private static Dictionary<string, string> Tags(string id) => new() { ["portal:id"] = id };

    private async Task<JsonNode> SendAsync(string path, object body)
    {
        using var answer = await _admin.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");

        return text.Length is 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>The portal's pace; who waits for it rests, and each call counts.</summary>
    private sealed class RestingPace(ICallPace pace, QuietClock clock, QuotaAccount account) : ICallPace
    {
        public async Task TakeAsync(PacedPlace place, string operation, CancellationToken cancellationToken)
        {
            var turn = pace.TakeAsync(place, operation, cancellationToken);

            if (turn.IsCompleted)
            {
                clock.CallBegins();
            }
            else
            {
                await clock.RestAsync(turn, toCall: true);
            }

            account._run.Called(operation);
        }

        public void TooMany(PacedPlace place, string operation, TimeSpan? retryAfter)
        {
            account._run.Refused(operation);
            pace.TooMany(place, operation, retryAfter);
        }
    }

    private sealed class EndOfCall(QuietClock clock) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                await answer.Content.LoadIntoBufferAsync(cancellationToken);

                return answer;
            }
            finally
            {
                clock.CallEnds();
            }
        }
    }
}

/// <summary>What was done, and how long it took on the clock.</summary>
internal sealed class QuotaRun
{
    private readonly Dictionary<string, int> _calls = [];
    private readonly List<string> _refused = [];

    public double Seconds { get; set; }

    /// <summary>How long a person's write took, each time, in seconds.</summary>
    public List<double> Waits { get; } = [];

    /// <summary>The calls that were made, by operation.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    /// <summary>Those that the sandbox found too many.</summary>
    public IReadOnlyList<string> RefusedCalls => _refused;

    /// <summary>What the portal's share of AWS's limits demands for these calls, in seconds: by the operation that takes longest, or by all together.</summary>
    public double Demanded => Calls.Select(call => call.Value * (AwsPace.PauseOrNull(call.Key)?.TotalSeconds ?? 0)).Append(Calls.Values.Sum() / AwsPace.CallsPerSecond).Max() / QuotaAccount.Share;

    public void Called(string operation)
    {
        lock (_calls)
        {
            _calls[operation] = _calls.GetValueOrDefault(operation) + 1;
        }
    }

    public void Refused(string operation)
    {
        lock (_calls)
        {
            _refused.Add(operation);
        }
    }
}
