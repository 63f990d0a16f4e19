using System.Text;

namespace Portal.Sandbox.CloudWatch;

/// <summary>
/// An hour of one series as it stands on the disk: for each minute that has values its number in the hour and its distribution. Whole numbers, which is nearly all
/// that is measured, take a byte or two each.
/// </summary>
internal static class Chunk
{
    private const byte HasSums = 1;
    private const byte WholeValues = 2;
    private const byte WholeCounts = 4;
    private const byte Rounded = 8;
    private const double LargestWhole = 1L << 53;

    public static byte[] Pack(IEnumerable<KeyValuePair<int, Distribution>> minutes)
    {
        using MemoryStream packed = new();
        using (BinaryWriter writer = new(packed, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var (minute, distribution) in minutes)
            {
                writer.Write((byte)minute);
                Pack(writer, distribution);
            }
        }

        return packed.ToArray();
    }

    public static IEnumerable<KeyValuePair<int, Distribution>> Unpack(byte[] packed)
    {
        using MemoryStream stream = new(packed, writable: false);
        using BinaryReader reader = new(stream);
        while (stream.Position < stream.Length)
        {
            var minute = reader.ReadByte();
            yield return new(minute, Unpack(reader));
        }
    }

    /// <summary>What falls into one step of so many seconds is one distribution.</summary>
    public static byte[] Merged(IEnumerable<KeyValuePair<int, Distribution>> minutes, int step)
    {
        SortedDictionary<int, Distribution> merged = [];
        foreach (var (minute, values) in minutes)
        {
            var at = minute * 60 / step * step / 60;
            if (!merged.TryGetValue(at, out var into))
            {
                merged[at] = into = new();
            }

            into.Add(values);
        }

        return Pack(merged);
    }

    private static void Pack(BinaryWriter writer, Distribution distribution)
    {
        KeyValuePair<double, double>[] values = [.. distribution.Values];
        var (wholeValues, wholeCounts, count) = (true, true, 0d);
        foreach (var (value, times) in values)
        {
            wholeValues &= IsWhole(value);
            wholeCounts &= IsWhole(times);
            count += times;
        }

        var hasSums = distribution.IsRounded || !wholeValues || !wholeCounts || !count.Equals(distribution.Count);
        writer.Write((byte)((hasSums ? HasSums : 0) | (wholeValues ? WholeValues : 0) | (wholeCounts ? WholeCounts : 0) | (distribution.IsRounded ? Rounded : 0)));
        if (hasSums)
        {
            writer.Write(distribution.Count);
            writer.Write(distribution.Sum);
            writer.Write(distribution.Minimum);
            writer.Write(distribution.Maximum);
        }

        writer.Write7BitEncodedInt(values.Length);
        long before = 0;
        foreach (var (value, times) in values)
        {
            if (wholeValues)
            {
                writer.Write7BitEncodedInt64((long)value - before);
                before = (long)value;
            }
            else
            {
                writer.Write(value);
            }

            if (wholeCounts)
            {
                writer.Write7BitEncodedInt64((long)times);
            }
            else
            {
                writer.Write(times);
            }
        }
    }

    private static Distribution Unpack(BinaryReader reader)
    {
        Distribution distribution = new();
        var flags = reader.ReadByte();
        if ((flags & HasSums) is not 0)
        {
            distribution.AddSums(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        }

        if ((flags & Rounded) is not 0)
        {
            distribution.Round();
        }

        var length = reader.Read7BitEncodedInt();
        long before = 0;
        for (var i = 0; i < length; i++)
        {
            var value = (flags & WholeValues) is not 0 ? before += reader.Read7BitEncodedInt64() : reader.ReadDouble();
            var count = (flags & WholeCounts) is not 0 ? reader.Read7BitEncodedInt64() : reader.ReadDouble();
            if ((flags & HasSums) is not 0)
            {
                distribution.AddValue(value, count);
            }
            else
            {
                distribution.Add(value, count);
            }
        }

        return distribution;
    }

    private static bool IsWhole(double value) => Math.Abs(value) <= LargestWhole && Math.Floor(value).Equals(value);
}
