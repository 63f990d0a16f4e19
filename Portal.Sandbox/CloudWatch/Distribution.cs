using System.Runtime.InteropServices;

namespace Portal.Sandbox.CloudWatch;

/// <summary>
/// The values of a span of time: each with how often it came, so that any percentile can be told. Count, sum, least and greatest are exact always;
/// values are, until there are more than a thousand different ones, from where on they are kept to three digits, which is within 0.5 %.
/// </summary>
internal sealed class Distribution
{
    private const int MostExact = 1_000;

    private readonly Dictionary<double, double> _counts = [];

    public double Count { get; private set; }

    public double Sum { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public bool IsRounded { get; private set; }

    /// <summary>Sorted by value.</summary>
    public IEnumerable<KeyValuePair<double, double>> Values => _counts.Count < 2 ? _counts : _counts.OrderBy(pair => pair.Key);

    /// <summary>Whether all that was counted is known value by value; a statistic set says no more than its four numbers.</summary>
    public bool KnowsValues => Math.Abs(_counts.Values.Sum() - Count) < 0.5;

    public void Add(double value, double count = 1)
    {
        AddSums(count, value * count, value, value);
        AddValue(value, count);
    }

    /// <summary>Adds what is known only in sum. One value, or many that are the same, are known nevertheless.</summary>
    public void AddSet(double count, double sum, double minimum, double maximum)
    {
        AddSums(count, sum, minimum, maximum);
        if (minimum.Equals(maximum))
        {
            AddValue(minimum, count);
        }
    }

    public void Add(Distribution other)
    {
        AddSums(other.Count, other.Sum, other.Minimum, other.Maximum);
        if (other.IsRounded)
        {
            Round();
        }

        foreach (var (value, count) in other._counts)
        {
            AddValue(value, count);
        }
    }

    /// <summary>The least value that so many percent do not exceed; null where only sums are known.</summary>
    public double? Percentile(double percent)
    {
        if (_counts.Count is 0 || !KnowsValues)
        {
            return null;
        }

        // Counts are summed up in another order than Count was; the last value is the end whatever the last bit says.
        var rank = percent / 100 * Count;
        var passed = 0d;
        var last = 0d;
        foreach (var (value, count) in Values)
        {
            passed += count;
            last = value;
            if (passed >= rank - 1e-9 && passed > 0)
            {
                break;
            }
        }

        return Math.Clamp(last, Minimum, Maximum);
    }

    /// <summary>For who adds the values as well.</summary>
    public void AddSums(double count, double sum, double minimum, double maximum)
    {
        Count += count;
        Sum += sum;
        Minimum = Math.Min(Minimum, minimum);
        Maximum = Math.Max(Maximum, maximum);
    }

    /// <summary>For who adds the sums as well.</summary>
    public void AddValue(double value, double count)
    {
        var kept = IsRounded ? Rounded(value) : value;
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, kept, out _) += count;
        if (!IsRounded && _counts.Count > MostExact)
        {
            Round();
        }
    }

    public void Round()
    {
        if (IsRounded)
        {
            return;
        }

        IsRounded = true;
        KeyValuePair<double, double>[] exact = [.. _counts];
        _counts.Clear();
        foreach (var (value, count) in exact)
        {
            AddValue(value, count);
        }
    }

    private static double Rounded(double value)
    {
        if (value is 0 || !double.IsFinite(value))
        {
            return value;
        }

        var digits = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : Math.Round(value * Math.Pow(10, digits)) / Math.Pow(10, digits);
    }
}
