namespace Portal.Server.Sync;

/// <summary>How long to wait before another try: twice as long each time, up to a minute, and never shorter than AWS asks for.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="tries">How often it was tried, from 1.</param>
    /// <param name="first">The wait after the first try.</param>
    /// <param name="asked">AWS's Retry-After.</param>
    public static TimeSpan After(int tries, TimeSpan first, TimeSpan? asked)
    {
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, first.Ticks << Math.Min(tries - 1, 10)));

        return asked > wait ? asked.Value : wait;
    }

    /// <summary>Whether a run should wait so long; other runs on the connection wait with it.</summary>
    public static bool Bears(TimeSpan? asked) => asked is null || asked <= 2 * Longest;
}
