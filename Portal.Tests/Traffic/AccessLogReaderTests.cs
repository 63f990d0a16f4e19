using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Server.Traffic;
using Portal.Tests.Aws;
using Portal.Tests.Sandbox.Execution;

namespace Portal.Tests.Traffic;

/// <summary>What callers did is what is known of them, as the sandbox's stages wrote it down.</summary>
public sealed class AccessLogReaderTests : IAsyncLifetime
{
    private const string Group = "arn:aws:logs:eu-central-1:123456789012:log-group:calls";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-facts-").FullName;
    private readonly ServiceProvider _http = AwsBench.Http();
    private readonly MeasuredStage _stage = Counting.Stage() with { AccessLogGroup = Group };
    private Shop _shop = null!;
    private SeriesFile _file = null!;
    private AwsClients _clients = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _file = new SeriesFile(Path.Combine(_folder, "series.db"));
        _shop = await Shop.OpenAsync();
        _clients = AwsClients.Of(new AwsEndpoint("eu-central-1", _shop.Bench.Server.Address), null, new AwsSettings(), _http.GetRequiredService<SharedHttp>(), NoPace.Instance);
        await _shop.Bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "calls" });
        await _shop.PatchAsync($"/restapis/{_shop.Api}/stages/dev", ("/accessLogSettings/destinationArn", Group), ("/accessLogSettings/format", AccessLogLine.FormatOf(_stage.Id, Kind.RestApi)));
    }

    [Fact]
    public async Task Every_call_counts_for_the_key_that_made_it()
    {
        var (one, other) = (await _shop.KeyAsync(), await _shop.KeyAsync());
        await CallAsync("/a", one.Value, 5);
        await CallAsync("/b", other.Value, 3);
        await CallAsync("/a", "not a key of anybody's at all", 2);
        await CallAsync("/open", null, 4);

        await ReadAsync(calls: 14);

        Assert.Equal(((5, 0), (3, 0), (6, 2)), (Of(one.Id), Of(other.Id), Of("")));
    }

    [Fact]
    public async Task Reading_again_counts_nothing_twice()
    {
        var key = await _shop.KeyAsync();
        await CallAsync("/a", key.Value, 5);
        await ReadAsync(calls: 5);

        await ReadAsync(calls: 5);
        await CallAsync("/a", key.Value, 2);
        await ReadAsync(calls: 7);
        _shop.Time.Advance(TimeSpan.FromMinutes(3));
        await ReadAsync(calls: 7);
        await CallAsync("/a", key.Value, 1);
        await ReadAsync(calls: 8);

        Assert.Equal((8, 0), Of(key.Id));
    }

    [Fact]
    public async Task What_passed_in_a_pause_is_read_after_it()
    {
        var key = await _shop.KeyAsync();
        await CallAsync("/a", key.Value, 1);
        await ReadAsync(calls: 1);

        foreach (var pause in new[] { 7, 50, 90, 600 })
        {
            _shop.Time.Advance(TimeSpan.FromMinutes(pause));
            await CallAsync("/a", key.Value, 2);
        }

        await ReadAsync(calls: 9);

        Assert.Equal((9, 0), Of(key.Id));
    }

    [Fact]
    public async Task A_kill_between_facts_and_mark_loses_nothing()
    {
        var key = await _shop.KeyAsync();
        await CallAsync("/a", key.Value, 3);
        _shop.Time.Advance(TimeSpan.FromMinutes(150));
        await CallAsync("/a", key.Value, 4);

        // Only the first hour was written, and the mark was not.
        var written = new Dictionary<(Caller, DateTimeOffset), CallFacts>();
        await foreach (var line in new LogGroups(_clients).ReadAsync(Group, _stage.Since, _stage.Since.AddDays(30), Cancelled))
        {
            if (AccessLogLine.Of(line.Text) is { } call && written.Count is 0)
            {
                written[(new Caller(call.Stage, call.Key), Resolution.Minute.Begin(line.At))] = new CallFacts();
                written.Values.Single().Add(call);
            }
        }

        new FactStore(_file).Write(Group, written);
        await ReadAsync(calls: 7);

        Assert.Equal((7, 0), Of(key.Id));
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_said()
    {
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => Reader().ReadAsync(_stage.Connection, [_stage with { AccessLogGroup = Group + "-gone" }], Cancelled));

        Assert.Equal(("FilterLogEvents", "ResourceNotFoundException"), (refused.Operation, refused.Code));
    }

    public async ValueTask DisposeAsync()
    {
        _file.Dispose();
        await _http.DisposeAsync();
        await _shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private AccessLogReader Reader() => new(new Sources(_clients), new FactStore(_file), new ReadingBook(_file), new MetricsOptions(), _shop.Time);

    private async Task CallAsync(string path, string? key, int times)
    {
        foreach (var _ in Enumerable.Range(0, times))
        {
            var status = await _shop.GetAsync(path, key);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Forbidden, $"{status}");
        }
    }

    /// <summary>Reads until so many calls are known: a line is written when its call has ended, which its caller may learn a moment before.</summary>
    private async Task ReadAsync(int calls)
    {
        for (var tries = 0; ; tries++)
        {
            await Reader().ReadAsync(_stage.Connection, [_stage], Cancelled);
            var known = Facts(Resolution.Minute).Values.Sum(facts => facts.Requests);

            if (known >= calls)
            {
                Assert.Equal((calls, calls), (known, Facts(Resolution.Hour).Values.Sum(facts => facts.Requests)));
                return;
            }

            Assert.True(tries < 2000, $"{known} of {calls} calls are known.");
        }
    }

    private IReadOnlyDictionary<string, CallFacts> Facts(Resolution resolution) =>
        new FactStore(_file).Read(_stage.Id, resolution, _shop.Time.GetUtcNow().AddDays(-2), _shop.Time.GetUtcNow().AddDays(1));

    private (long Requests, long ClientErrors) Of(string key) => (Facts(Resolution.Minute)[key].Requests, Facts(Resolution.Minute)[key].ClientErrors);

    private sealed class Sources(AwsClients aws) : IFactSources
    {
        public Task<IMetricsSource> OpenMetricsAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IMetricsSource>(new StageMetrics(aws));

        public Task<ILogSource> OpenLogsAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<ILogSource>(new LogGroups(aws));
    }
}
