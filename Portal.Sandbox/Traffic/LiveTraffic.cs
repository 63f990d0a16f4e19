using System.Net.WebSockets;
using System.Text;

namespace Portal.Sandbox.Traffic;

/// <summary>
/// Real calls of stages at a rate, through the same door as everybody's. Never more than so many at once: what would be more is skipped and counted, so that a slow
/// backend is not called ever harder.
/// </summary>
internal sealed class LiveTraffic : IDisposable
{
    private const int MostAtOnce = 64;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = MostAtOnce, UseProxy = false });
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private readonly Uri _address;
    private readonly IReadOnlyList<CalledStage> _stages;
    private readonly LiveOrder _order;
    private readonly Dice _dice;
    private readonly DateTimeOffset _from;
    private long _calls;
    private long _errors;
    private long _skipped;
    private volatile bool _runs = true;

    public LiveTraffic(Uri address, IReadOnlyList<CalledStage> stages, LiveOrder order, int seed, DateTimeOffset now)
    {
        (_address, _stages, _order, _dice, _from) = (address, stages, order, new(seed, "live"), now);
        Work = Task.Run(RunAsync);
    }

    public Task Work { get; }

    /// <summary>Errors are answers of 400 and more, and calls without an answer.</summary>
    public LiveReport Report => new(_from, _from.AddSeconds(_order.Seconds), _order.Rate, Interlocked.Read(ref _calls), Interlocked.Read(ref _errors), Interlocked.Read(ref _skipped), _runs);

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _stop.Cancel();
        Work.Wait();
        _stop.Dispose();
        _http.Dispose();
        _room.Dispose();
    }

    private async Task RunAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        using PeriodicTimer timer = new(Tick);
        long begun = 0;
        List<Task> open = [];
        try
        {
            while (begun < _order.Rate * _order.Seconds && await timer.WaitForNextTickAsync(_stop.Token))
            {
                var elapsed = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
                var due = (long)(_order.Rate * Math.Min(elapsed, _order.Seconds));
                for (; begun < due; begun++)
                {
                    if (_room.Wait(0, CancellationToken.None))
                    {
                        open.Add(CallAsync(Next()));
                    }
                    else
                    {
                        Interlocked.Increment(ref _skipped);
                    }
                }

                open.RemoveAll(call => call.IsCompleted);
                if (elapsed >= _order.Seconds)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It was stopped.
        }

        await Task.WhenAll(open);
        _runs = false;
    }

    /// <summary>A call, or a connection with some messages: which of them succeeds is counted alike.</summary>
    private Func<Task<bool>> Next()
    {
        var stage = _stages[_dice.Number(0, _stages.Count)];
        var key = stage.Consumers is [_, ..] ? stage.Consumers[_dice.Number(0, stage.Consumers.Count)].Key.Value : null;

        if (stage is CalledSocketStage socket)
        {
            var messages = socket.Routes is [] ? [] : Enumerable.Range(0, _dice.Number(1, 4)).Select(_ => socket.MessageTo((CalledMessage)socket.Routes[_dice.Place([.. socket.Routes.Select(route => route.Weight)])])).ToList();

            return () => LiveTalk.TalkAsync(new UriBuilder(new Uri(_address, PathOf(socket))) { Scheme = "ws" }.Uri, socket.Connect is { KeyRequired: true } ? key : null, messages, _stop.Token);
        }

        var route = stage.Routes[_dice.Place([.. stage.Routes.Select(route => route.Weight)])];
        HttpRequestMessage request = new(new(route.Verb!), new Uri(_address, PathOf(stage) + route.Path(_dice.Number(1, 1_000))));
        if (route.Verb is "POST" or "PUT" or "PATCH")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        if (route.KeyRequired && key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        return () => SendAsync(request);
    }

    private static string PathOf(CalledStage stage) => $"/{(stage is CalledRestStage ? "restapis" : "apis")}/{stage.ApiId}/{stage.StageName}/_user_request_";

    private async Task<bool> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _http.SendAsync(request, _stop.Token);
            return (int)answer.StatusCode < 400;
        }
    }

    private async Task CallAsync(Func<Task<bool>> call)
    {
        try
        {
            var isGood = await call();
            Interlocked.Increment(ref _calls);
            if (!isGood)
            {
                Interlocked.Increment(ref _errors);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or WebSocketException or OperationCanceledException)
        {
            Interlocked.Increment(ref _errors);
        }
        finally
        {
            _room.Release();
        }
    }
}
