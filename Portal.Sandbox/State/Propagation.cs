namespace Portal.Sandbox.State;

/// <summary>How late the stages see what was changed.</summary>
internal sealed class Propagation(TimeProvider time, Func<TimeSpan> delay)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public TimeSpan Delay => delay();
}
