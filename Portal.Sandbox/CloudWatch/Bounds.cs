namespace Portal.Sandbox.CloudWatch;

/// <summary>
/// A part of all values: those above a lower and up to an upper bound, or those whose ranks are between two percents. Null where only sums are known.
/// </summary>
internal sealed record Bounds(double From, double To, bool ArePercents)
{
    public static Bounds Percents(double from, double to) => new(from, to, true);

    public static Bounds Values(double from, double to) => new(from, to, false);

    public double? Mean(Distribution all) => Inside(all) is { } inside ? inside.Count > 0 ? inside.Sum / inside.Count : null : null;

    public double? Sum(Distribution all) => Inside(all)?.Sum;

    public double? Count(Distribution all) => Inside(all)?.Count;

    /// <summary>How many of a hundred are inside.</summary>
    public double? Rank(Distribution all) => Inside(all) is { } inside && all.Count > 0 ? 100 * inside.Count / all.Count : null;

    /// <summary>The mean if those outside were what the outermost inside are.</summary>
    public double? WinsorizedMean(Distribution all)
    {
        if (Inside(all) is not { Count: > 0 } inside)
        {
            return null;
        }

        var sum = inside.Sum + (inside.Least * inside.Below) + (inside.Greatest * inside.Above);
        return sum / (inside.Count + inside.Below + inside.Above);
    }

    private Part? Inside(Distribution all)
    {
        if (!all.KnowsValues)
        {
            return null;
        }

        var (first, last) = (Math.Floor((From / 100 * all.Count) + 1e-9), Math.Ceiling((To / 100 * all.Count) - 1e-9));
        Part part = new();
        var passed = 0d;
        foreach (var (value, count) in all.Values)
        {
            var before = ArePercents ? Math.Clamp(first - passed, 0, count) : value <= From ? count : 0;
            var after = ArePercents ? Math.Clamp(passed + count - last, 0, count - before) : value > To ? count : 0;
            part.Add(value, count - before - after, before, after);
            passed += count;
        }

        return part;
    }

    private sealed class Part
    {
        public double Count { get; private set; }

        public double Sum { get; private set; }

        public double Below { get; private set; }

        public double Above { get; private set; }

        public double Least { get; private set; } = double.NaN;

        public double Greatest { get; private set; } = double.NaN;

        public void Add(double value, double inside, double below, double above)
        {
            (Count, Sum, Below, Above) = (Count + inside, Sum + (value * inside), Below + below, Above + above);
            if (inside > 0)
            {
                Least = double.IsNaN(Least) ? value : Least;
                Greatest = value;
            }
        }
    }
}
