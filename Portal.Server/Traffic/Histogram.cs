namespace Portal.Server.Traffic;

/// <summary>
/// How long calls took, in few bytes and near enough: up to 127 ms exactly, above that to within half a per cent. Histograms add up, so percentiles of any span and any
/// set of callers can be told from them.
/// </summary>
internal sealed class Histogram
{
    /// <summary>Below that each value has a place of its own.</summary>
    private const int Exact = 128;

    private const double Step = 1.01;

    private static readonly double LogOfStep = Math.Log(Step);

    private readonly SortedDictionary<int, long> _places = [];

    public long Count => _places.Values.Sum();

    public void Add(int milliseconds)
    {
        var place = PlaceOf(Math.Max(0, milliseconds));
        _places[place] = _places.GetValueOrDefault(place) + 1;
    }

    public void Add(Histogram other)
    {
        foreach (var (place, count) in other._places)
        {
            _places[place] = _places.GetValueOrDefault(place) + count;
        }
    }

    /// <summary>The least value that this share of all values does not exceed; null where there are none.</summary>
    public double? Percentile(double share)
    {
        var wanted = Math.Ceiling(share * Count);
        var seen = 0L;

        foreach (var (place, count) in _places)
        {
            seen += count;

            if (seen >= wanted)
            {
                return ValueAt(place);
            }
        }

        return null;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var before = 0;

        foreach (var (place, count) in _places)
        {
            writer.Write7BitEncodedInt(place - before);
            writer.Write7BitEncodedInt64(count);
            before = place;
        }

        writer.Flush();

        return bytes.ToArray();
    }

    public static Histogram Of(byte[] bytes)
    {
        var histogram = new Histogram();
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var place = 0;

        while (reader.BaseStream.Position < bytes.Length)
        {
            place += reader.Read7BitEncodedInt();
            histogram._places[place] = reader.Read7BitEncodedInt64();
        }

        return histogram;
    }

    private static int PlaceOf(int milliseconds) => milliseconds < Exact ? milliseconds : Exact + (int)(Math.Log((double)milliseconds / Exact) / LogOfStep);

    /// <summary>The middle of what is put there.</summary>
    private static double ValueAt(int place) => place < Exact ? place : Exact * Math.Pow(Step, place - Exact + 0.5);
}
