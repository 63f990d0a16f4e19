namespace Portal.Sandbox.Traffic;

/// <summary>Makes up the calls of a stage, hour by hour: who calls what, how long it takes and how it ends.</summary>
internal sealed class CallMaker : ICallMaker
{
    private const double NoRoute = 0.003;
    private const double ClientError = 0.012;
    private const double ServerError = 0.0015;
    private const double CanaryServerError = 0.06;
    private const double IncidentServerError = 0.35;

    private static readonly int[] ClientErrors = [400, 404, 404, 409, 422];
    private static readonly int[] ServerErrors = [500, 502, 503];
    private static readonly TimeSpan CanaryAge = TimeSpan.FromHours(6);

    private readonly CalledStage _stage;
    private readonly TrafficOrder _order;
    private readonly Incident? _incident;
    private readonly DateTimeOffset _end;
    private readonly double _callsPerHour;
    private readonly double[] _routes;
    private readonly double[] _middles;

    public CallMaker(CalledStage stage, TrafficOrder order, Incident? incident, DateTimeOffset end)
    {
        (_stage, _order, _incident, _end) = (stage, order, incident is { } known && known.Stage == stage.Name ? incident : null, end);
        Dice dice = new(order.Seed ?? 0, stage.Seed);
        _callsPerHour = (order.CallsPerDay ?? 5_000) / 24d * (0.8 + (0.4 * dice.Share()));
        _routes = [.. stage.Routes.Select(route => route.Weight * (0.3 + dice.Share()))];
        _middles = [.. stage.Routes.Select(_ => 15 + (90 * dice.Share()))];
    }

    /// <summary>Oldest first; none before a moment, and none after the end.</summary>
    public IEnumerable<MadeCall> Hour(DateTimeOffset hour, DateTimeOffset from)
    {
        MadeHour made = new(_stage, _order, hour, _end);
        foreach (var time in made.Arrivals(_callsPerHour).Where(time => time >= from))
        {
            if (Call(made, time) is { } call)
            {
                yield return call;
            }
        }
    }

    /// <summary>Null for a call that was not made after all.</summary>
    private MadeCall? Call(MadeHour hour, DateTimeOffset time)
    {
        var dice = hour.Dice;
        if (dice.Falls(NoRoute))
        {
            return Refused(dice, time, null, null, FaultCause.NoRoute);
        }

        var place = dice.Place(_routes);
        var route = _stage.Routes[place];
        return (route.KeyRequired ? hour.Comer(time) : (null, null)) switch
        {
            null => null,
            (var consumer, null) => Ended(dice, time, place, consumer),
            (var consumer, { } cause) => Refused(dice, time, route, consumer, cause),
        };
    }

    /// <summary>The integration was asked.</summary>
    private MadeCall Ended(Dice dice, DateTimeOffset time, int place, Consumer? consumer)
    {
        var isCanary = _stage.CanaryPercent is > 0 and var percent && time >= _end - CanaryAge && dice.Falls(percent / 100);
        var incident = _incident?.At(time) ?? 0;
        var slow = (isCanary ? 1.8 : 1) * (1 + (7 * incident));
        var latency = Math.Min(_stage.TimeLimit, (long)Math.Ceiling(dice.Skewed(_middles[place] * slow, 0.45)));
        var chance = Math.Max(isCanary ? CanaryServerError : ServerError, IncidentServerError * incident);
        var route = _stage.Routes[place];
        if (!dice.Falls(chance))
        {
            return Made(dice, time, route, consumer, dice.Falls(ClientError) ? ClientErrors[dice.Number(0, ClientErrors.Length)] : Success(route), null, latency, isCanary);
        }

        return incident > 0 && dice.Falls(0.2)
            ? Refused(dice, time, route, consumer, FaultCause.Timeout, _stage.TimeLimit, isCanary)
            : Made(dice, time, route, consumer, ServerErrors[dice.Number(0, ServerErrors.Length)], null, latency, isCanary);
    }

    private MadeCall Refused(Dice dice, DateTimeOffset time, CalledRoute? route, Consumer? consumer, FaultCause cause, long? integration = null, bool isCanary = false)
    {
        var fault = _stage.Fault(cause);

        return Made(dice, time, route, consumer, fault.Status, fault, integration, isCanary);
    }

    private MadeCall Made(Dice dice, DateTimeOffset time, CalledRoute? route, Consumer? consumer, int status, MadeFault? fault, long? integration, bool isCanary = false)
    {
        var caller = consumer is null ? dice.Number(100, 250) : 1 + Place(consumer);
        return new()
        {
            Stage = _stage,
            Time = time,
            Route = route,
            Path = route?.Path(dice.Number(1, 1_000)) ?? "/nothing/here",
            Status = status,
            Consumer = consumer,
            Fault = fault,
            Latency = (integration ?? 0) + dice.Number(1, 7),
            IntegrationLatency = integration,
            Length = fault is null ? (long)dice.Skewed(1_200, 0.8) : fault.Message.Length + 14,
            IsCanary = isCanary,
            Caller = caller,
            RequestId = dice.Bytes(16),
        };
    }

    private int Place(Consumer consumer)
    {
        for (var place = 0; place < _stage.Consumers.Count; place++)
        {
            if (ReferenceEquals(_stage.Consumers[place], consumer))
            {
                return place;
            }
        }

        return 0;
    }

    private static int Success(CalledRoute route) => route.Verb switch
    {
        "POST" => 201,
        "DELETE" => 204,
        _ => 200,
    };
}
