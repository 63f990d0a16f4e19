using Portal.Sandbox.Admin;

namespace Portal.Sandbox.Access;

/// <summary>What stands before every operation: who calls, may they, and not too often.</summary>
internal sealed class Doorkeeper(Controls controls, Sessions sessions, TimeProvider time)
{
    public Callers Callers { get; } = new(controls, sessions, time);

    public Permissions Permissions { get; } = new(controls);

    public Quotas Quotas { get; } = new(controls, time);
}
