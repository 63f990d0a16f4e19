using System.Text.Json;

namespace Portal.Sandbox.Admin;

/// <summary>What is asked of the clock: a time to go to, or so many seconds from here.</summary>
internal sealed record ClockMove(DateTimeOffset? Now, double? Seconds)
{
    private const double Farthest = 3_155_760_000;

    private static readonly DateTimeOffset First = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Last = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Throws <see cref="FormatException"/> for what makes no sense.</summary>
    public static ClockMove Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AdminJson.Default.ClockMove) is { IsSensible: true } move ? move : throw Form;
        }
        catch (JsonException)
        {
            throw Form;
        }
    }

    private static FormatException Form => new("""A move of the clock is {"now": "2026-03-14T12:00:00Z"}, from 1970 to 9000, or {"seconds": 3600}, which may be less than 0.""");

    private bool IsSensible => (Now is null) != (Seconds is null) && (Now is null || (Now >= First && Now < Last)) && Seconds is null or (>= -Farthest and <= Farthest);

    public void Apply(MovableClock clock)
    {
        var to = Now ?? clock.GetUtcNow().AddSeconds(Seconds!.Value);
        if (to < First || to >= Last)
        {
            throw Form;
        }

        clock.MoveTo(to);
    }
}

internal sealed record ClockReading(DateTimeOffset Now, double AheadSeconds);
