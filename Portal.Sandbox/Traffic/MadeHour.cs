namespace Portal.Sandbox.Traffic;

/// <summary>An hour of a stage that is made up: when somebody comes, by which key, and whether they are let in.</summary>
internal sealed class MadeHour
{
    private const double WrongKey = 0.004;
    private const double Throttled = 0.004;
    private const double TriesOverQuota = 0.05;

    private readonly CalledStage _stage;
    private readonly DateTimeOffset _from;
    private readonly double _seconds;
    private readonly double[] _consumers;

    public MadeHour(CalledStage stage, TrafficOrder order, DateTimeOffset from, DateTimeOffset end)
    {
        (_stage, _from, _seconds) = (stage, from, Math.Min(3_600, (end - from).TotalSeconds));
        _consumers = [.. stage.Consumers.Select((_, place) => Rhythm.Of(place, from) / Math.Pow(place + 1, 0.9))];
        Dice = new(order.Seed ?? 0, stage.Seed, from.ToUnixTimeSeconds());
    }

    public Dice Dice { get; }

    public DateTimeOffset End => _from.AddSeconds(_seconds);

    /// <summary>When somebody comes, oldest first, where so many come in an average hour.</summary>
    public IReadOnlyList<DateTimeOffset> Arrivals(double perHour)
    {
        var times = new int[Dice.Arrivals(perHour * Rhythm.At(_from) * _seconds / 3_600)];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = Dice.Number(0, (int)(_seconds * 1_000));
        }

        Array.Sort(times);
        return [.. times.Select(time => _from.AddMilliseconds(time))];
    }

    /// <summary>Whose key comes where one is demanded, and why they are not let in, if so. Null where nobody comes after all: whose quota is used up tries now and then only.</summary>
    public (Consumer? Consumer, FaultCause? Refusal)? Comer(DateTimeOffset time)
    {
        if (_consumers is [] || Dice.Falls(WrongKey))
        {
            return (null, FaultCause.WrongKey);
        }

        var consumer = _stage.Consumers[Dice.Place(_consumers)];
        // Who calls most runs into limits.
        if (consumer == _stage.Consumers[0] && Dice.Falls(Throttled))
        {
            return (consumer, FaultCause.Throttled);
        }

        if (_stage.Region.Usage.TryCount(consumer.Plan.Id, consumer.Key.Id, consumer.Plan.Quota, DateOnly.FromDateTime(time.UtcDateTime)))
        {
            return (consumer, null);
        }

        return Dice.Falls(TriesOverQuota) ? (consumer, FaultCause.QuotaExceeded) : null;
    }
}
