using Portal.Sandbox.Execution;

namespace Portal.Sandbox.Traffic;

/// <summary>Makes up connections to a stage of a WebSocket API: who opens one, what is said over it, and that it ends. All of a connection is within an hour.</summary>
internal sealed class SocketMaker : ICallMaker
{
    private const double MessagesOfOne = 8;
    private const double NoRoute = 0.003;
    private const double WrongKey = 0.004;
    private const double Throttled = 0.004;
    private const double TriesOverQuota = 0.05;
    private const double ClientError = 0.006;
    private const double ServerError = 0.0015;
    private const double IncidentServerError = 0.35;

    private readonly CalledSocketStage _stage;
    private readonly TrafficOrder _order;
    private readonly Incident? _incident;
    private readonly DateTimeOffset _end;
    private readonly double _connectionsPerHour;
    private readonly double[] _routes;
    private readonly double[] _middles;

    public SocketMaker(CalledSocketStage stage, TrafficOrder order, Incident? incident, DateTimeOffset end)
    {
        (_stage, _order, _incident, _end) = (stage, order, incident is { } known && known.Stage == stage.Name ? incident : null, end);
        Dice dice = new(order.Seed ?? 0, stage.Seed);
        _connectionsPerHour = (order.CallsPerDay ?? 5_000) / 24d / MessagesOfOne * (0.8 + (0.4 * dice.Share()));
        _routes = [.. stage.Routes.Select(route => route.Weight * (0.3 + dice.Share()))];
        _middles = [.. stage.Routes.Select(_ => 10 + (60 * dice.Share()))];
    }

    public IEnumerable<MadeCall> Hour(DateTimeOffset hour, DateTimeOffset from)
    {
        Dice dice = new(_order.Seed ?? 0, _stage.Seed, hour.ToUnixTimeSeconds());
        var seconds = Math.Min(3_600, (_end - hour).TotalSeconds);
        int[] times = new int[dice.Arrivals(_connectionsPerHour * Rhythm.At(hour) * seconds / 3_600)];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = dice.Number(0, (int)(seconds * 1_000));
        }

        Array.Sort(times);
        double[] consumers = [.. _stage.Consumers.Select((_, place) => Rhythm.Of(place, hour) / Math.Pow(place + 1, 0.9))];
        var until = hour.AddSeconds(seconds);
        return [.. times.Select(time => hour.AddMilliseconds(time)).Where(time => time >= from).SelectMany(time => Connection(dice, time, until, consumers)).OrderBy(made => made.Time)];
    }

    /// <summary>Nothing for one that was not opened after all: whose quota is used up tries now and then only.</summary>
    private List<MadeCall> Connection(Dice dice, DateTimeOffset time, DateTimeOffset until, double[] consumers)
    {
        MadeConnection connection = new(Convert.ToBase64String(dice.Bytes(11)), time);
        var (consumer, refusal) = Admitted(dice, time, consumers);
        if (refusal is { } cause)
        {
            return cause is FaultCause.QuotaExceeded && !dice.Falls(TriesOverQuota) ? [] : [Made(dice, time, connection, "CONNECT", _stage.Connect, consumer, _stage.Fault(cause))];
        }

        List<MadeCall> all = [Asked(dice, time, connection, "CONNECT", _stage.Connect, consumer, 25)];
        if (all[0].Status >= 400)
        {
            return all;
        }

        var last = time;
        for (var left = _routes is [] ? 0 : dice.Arrivals(MessagesOfOne); left > 0 && last < until; left--)
        {
            last = last.AddMilliseconds(Math.Min(600_000, dice.Skewed(12_000, 1)));
            if (last < until)
            {
                all.Add(Message(dice, last, connection, consumer));
            }
        }

        var ended = last.AddMilliseconds(dice.Number(1_000, 60_000));
        if (_stage.Disconnect is { Calls: true } disconnect && ended < until)
        {
            all.Add(Asked(dice, ended, connection, "DISCONNECT", disconnect, consumer, 15));
        }

        return all;
    }

    private (Consumer? Consumer, FaultCause? Refusal) Admitted(Dice dice, DateTimeOffset time, double[] consumers)
    {
        if (_stage.Connect is not { KeyRequired: true })
        {
            return (null, null);
        }

        if (consumers is [] || dice.Falls(WrongKey))
        {
            return (null, FaultCause.WrongKey);
        }

        var consumer = _stage.Consumers[dice.Place(consumers)];
        // Who calls most runs into limits.
        return consumer == _stage.Consumers[0] && dice.Falls(Throttled) ? (consumer, FaultCause.Throttled)
            : _stage.Region.Usage.TryCount(consumer.Plan.Id, consumer.Key.Id, consumer.Plan.Quota, DateOnly.FromDateTime(time.UtcDateTime)) ? (consumer, null)
            : (consumer, FaultCause.QuotaExceeded);
    }

    private MadeCall Message(Dice dice, DateTimeOffset time, MadeConnection connection, Consumer? consumer)
    {
        if (dice.Falls(NoRoute))
        {
            return Made(dice, time, connection, "MESSAGE", null, consumer, _stage.Fault(FaultCause.NoRoute));
        }

        var place = dice.Place(_routes);
        return dice.Falls(ClientError)
            ? Made(dice, time, connection, "MESSAGE", _stage.Routes[place], consumer, new(400, GatewayFault.InvalidBody.Message!, GatewayFault.InvalidBody.Type))
            : Asked(dice, time, connection, "MESSAGE", _stage.Routes[place], consumer, _middles[place]);
    }

    /// <summary>The integration was asked, if the route has one.</summary>
    private MadeCall Asked(Dice dice, DateTimeOffset time, MadeConnection connection, string happened, CalledRoute? route, Consumer? consumer, double middle)
    {
        var incident = _incident?.At(time) ?? 0;
        long? latency = route is CalledMessage { Calls: true } ? Math.Min(_stage.TimeLimit, (long)Math.Ceiling(dice.Skewed(middle * (1 + (7 * incident)), 0.45))) : null;
        var fails = latency is not null && dice.Falls(Math.Max(ServerError, IncidentServerError * incident));

        return Made(dice, time, connection, happened, route, consumer, null, fails ? 502 : happened is "CONNECT" ? 101 : 200, latency);
    }

    private MadeCall Made(Dice dice, DateTimeOffset time, MadeConnection connection, string happened, CalledRoute? route, Consumer? consumer, MadeFault? fault, int status = 0, long? integration = null) => new()
    {
        Stage = _stage,
        Time = time,
        Event = happened,
        Connection = connection,
        Route = route,
        Path = "",
        Status = fault?.Status ?? status,
        Consumer = consumer,
        Fault = fault,
        Latency = (integration ?? 0) + dice.Number(1, 4),
        IntegrationLatency = integration,
        Length = 0,
        Caller = dice.Number(1, 250),
        RequestId = dice.Bytes(16),
    };
}
