using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Server.Traffic;
using Portal.Tests.Aws;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Traffic;

/// <summary>A sandbox whose time stands still, a stage in it, a backend that takes as long as it is told, and a collector with a file of its own that reads what was called.</summary>
internal sealed class Counting : IFactSources, IMeasuredStages, IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-series-").FullName;
    private readonly ServiceProvider _http = AwsBench.Http();
    private readonly Backend _backend;
    private readonly Bench _bench;
    private readonly string _api;
    private readonly AwsClients _clients;

    private Counting(FakeTimeProvider clock, Backend backend, Bench bench, string api)
    {
        (Clock, _backend, _bench, _api) = (clock, backend, bench, api);
        _clients = AwsClients.Of(new AwsEndpoint("eu-central-1", bench.Server.Address), null, new AwsSettings(), _http.GetRequiredService<SharedHttp>(), NoPace.Instance);
        Source = new StageMetrics(_clients);
        File = new SeriesFile(Path.Combine(_folder, "series.db"));
        Collector = Start();
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>What the collector reads from; a test may put another in between.</summary>
    public IMetricsSource Source { get; set; }

    public SeriesFile File { get; }

    public SeriesStore Store => new(File);

    public ReadingBook Book => new(File);

    public Collector Collector { get; private set; }

    public MetricsOptions Options { get; init; } = new();

    public List<MeasuredStage> Stages { get; } = [Stage()];

    public MeasuredStage Dev => Stages[0];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static MeasuredStage Stage(string name = "dev") => new()
    {
        Id = Guid.NewGuid(),
        Connection = Guid.NewGuid(),
        IsSandbox = false,
        Api = "pets",
        Name = name,
        AccessLogGroup = null,
        Since = Noon,
    };

    public static async Task<Counting> StartAsync()
    {
        var clock = new FakeTimeProvider(Noon);
        var backend = await Backend.StartAsync(clock);
        var bench = await Bench.StartAsync(new() { TimeProvider = clock });
        var paths = $$"""{"/status/{code}": {"get": {{Sandbox.Given.Proxy($"{backend.Url}/status/{{code}}", mappings: """{"integration.request.path.code": "method.request.path.code"}""", parameters: """[{"name": "code", "in": "path", "required": true}]""")}} } }""";

        return new Counting(clock, backend, bench, await bench.DeployedAsync(Sandbox.Given.Document(paths)));
    }

    /// <summary>As after a restart: nothing is remembered but what is in the file.</summary>
    public Collector Start() => Collector = new Collector(this, new MetricsReader(this, Store, Book, Options, Clock), new AccessLogReader(this, new FactStore(File), Book, Options, Clock), Book, Options, Clock, NullLogger<Collector>.Instance);

    public Task<IReadOnlyList<MeasuredStage>> AllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MeasuredStage>>(Stages);

    public Task<ILogSource> OpenLogsAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<ILogSource>(new LogGroups(_clients));

    public Task<IMetricsSource> OpenMetricsAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult(Source);

    /// <summary>A call that takes so long, and moves the clock by it.</summary>
    public async Task CallAsync(int status = 200, int milliseconds = 1) =>
        Assert.Equal(status, (int)(await _bench.InvokeAsync(_api, $"/status/{status}?takes={milliseconds}")).Status);

    public Task CollectAsync() => Collector.CollectAsync(Cancelled);

    /// <summary>Collects until so many calls were counted in all: a call is counted when it has ended, which its caller may learn a moment before.</summary>
    public async Task CollectAsync(int calls)
    {
        for (var tries = 0; ; tries++)
        {
            await CollectAsync();
            var counted = Points(Statistic.Requests).Sum(point => point.Value);

            if (counted >= calls)
            {
                Assert.Equal(calls, counted);
                return;
            }

            Assert.True(tries < 2000, $"{counted} of {calls} calls were counted.");
        }
    }

    /// <summary>The points of a series from the day of noon on, as they are kept.</summary>
    public IReadOnlyList<MetricPoint> Points(Statistic statistic, Resolution? resolution = null) =>
        Store.Read([new SeriesKey(Dev.Id, statistic)], resolution ?? Resolution.Minute, Noon.AddDays(-30), Noon.AddDays(60)).Values.SingleOrDefault() ?? [];

    /// <summary>The points as "12:00 3, 12:01 4".</summary>
    public string Told(Statistic statistic, Resolution? resolution = null) =>
        string.Join(", ", Points(statistic, resolution).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.At:HH:mm} {point.Value:0.###}")));

    public Reading Reading => Book.Of(Dev.Connection, ReadingKind.Metrics);

    public async Task FailAsync(object fault)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri(_bench.Server.Address, "_sandbox/faults"), fault, Cancelled);
        answer.EnsureSuccessStatusCode();
    }

    public async Task MendAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.DeleteAsync(new Uri(_bench.Server.Address, "_sandbox/faults"), Cancelled);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Collector.Dispose();
        File.Dispose();
        await _http.DisposeAsync();
        await _bench.DisposeAsync();
        await _backend.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
