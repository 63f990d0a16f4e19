using Portal.Sandbox.Execution;

namespace Portal.Sandbox.Traffic;

/// <summary>Makes up connections to a stage of a WebSocket API: who opens one, what is said over it, and that it ends. All of a connection is within an hour.</summary>
internal sealed class SocketMaker : ICallMaker
{
    private const double MessagesOfOne = 8;
    private const double NoRoute = 0.003;
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
        MadeHour made = new(_stage, _order, hour, _end);
        return [.. made.Arrivals(_connectionsPerHour).Where(time => time >= from).SelectMany(time => Connection(made, time)).OrderBy(call => call.Time)];
    }

    /// <summary>Nothing for one that was not opened after all.</summary>
    private List<MadeCall> Connection(MadeHour hour, DateTimeOffset time)
    {
        var dice = hour.Dice;
        MadeConnection connection = new(Convert.ToBase64String(dice.Bytes(11)), time);
        if ((_stage.Connect is { KeyRequired: true } ? hour.Comer(time) : (null, null)) is not var (consumer, refusal))
        {
            return [];
        }

        if (refusal is { } cause)
        {
            return [Made(dice, time, connection, "CONNECT", _stage.Connect, consumer, _stage.Fault(cause))];
        }

        List<MadeCall> all = [Asked(dice, time, connection, "CONNECT", _stage.Connect, consumer, 25)];
        if (all[0].Status >= 400)
        {
            return all;
        }

        var last = time;
        for (var left = _routes is [] ? 0 : dice.Arrivals(MessagesOfOne); left > 0 && last < hour.End; left--)
        {
            last = last.AddMilliseconds(Math.Min(600_000, dice.Skewed(12_000, 1)));
            if (last < hour.End)
            {
                all.Add(Message(dice, last, connection, consumer));
            }
        }

        var ended = last.AddMilliseconds(dice.Number(1_000, 60_000));
        if (_stage.Disconnect is { Calls: true } disconnect && ended < hour.End)
        {
            all.Add(Asked(dice, ended, connection, "DISCONNECT", disconnect, consumer, 15));
        }

        return all;
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
