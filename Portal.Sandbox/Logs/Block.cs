using System.IO.Compression;
using System.Text;

namespace Portal.Sandbox.Logs;

/// <summary>Events of one stream that were kept together, sorted by time; packed, because lines are alike. Spans a day at most.</summary>
internal sealed record Block(long Id, string Stream, long First, long Last, long Ingested)
{
    /// <summary>No two events of a block are further apart: who looks for what happened then need not look at blocks that began a day before.</summary>
    public const long LongestSpan = 24 * 60 * 60 * 1000;

    public static byte[] Pack(IReadOnlyList<LogEvent> events)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (BinaryWriter writer = new(deflate, Encoding.UTF8))
        {
            var before = 0L;
            foreach (var (timestamp, message) in events)
            {
                writer.Write7BitEncodedInt64(timestamp - before);
                writer.Write(message);
                before = timestamp;
            }
        }

        return packed.ToArray();
    }

    public IEnumerable<KeptEvent> Unpack(byte[] packed, int count)
    {
        using MemoryStream stream = new(packed, writable: false);
        using DeflateStream deflate = new(stream, CompressionMode.Decompress);
        using BinaryReader reader = new(deflate, Encoding.UTF8);
        var timestamp = 0L;
        for (var place = 0; place < count; place++)
        {
            timestamp += reader.Read7BitEncodedInt64();
            yield return new(new(timestamp, Id, place), Stream, reader.ReadString(), Ingested);
        }
    }
}
