using System.Globalization;

namespace Portal.Sandbox.Logs;

/// <summary>A line, with its time in milliseconds since 1970.</summary>
internal readonly record struct LogEvent(long Timestamp, string Message);

/// <summary>Where an event stands among all: by time, then by the block in which it was kept, then by its place there. No two share one.</summary>
internal readonly record struct Position(long Timestamp, long Block, int Place) : IComparable<Position>
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Timestamp}.{Block}.{Place}");

    public static Position? Parse(string text) =>
        text.Split('.') is [var time, var block, var place]
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
        && long.TryParse(block, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new Position(timestamp, id, index)
            : null;

    public int CompareTo(Position other) => (Timestamp, Block, Place).CompareTo((other.Timestamp, other.Block, other.Place));
}

/// <summary>An event as it was kept.</summary>
internal sealed record KeptEvent(Position Position, string Stream, string Message, long Ingested)
{
    /// <summary>56 digits, as the service gives.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Position.Timestamp:D20}{Position.Block:D20}{Position.Place:D16}");
}
