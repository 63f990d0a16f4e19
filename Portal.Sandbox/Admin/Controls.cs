namespace Portal.Sandbox.Admin;

/// <summary>The settings that hold now, and those that a reset returns to.</summary>
internal sealed class Controls
{
    private readonly SandboxSettings _start;
    private volatile SandboxSettings _settings;

    public Controls(SandboxSettings start) => _start = _settings = start;

    public SandboxSettings Settings => _settings;

    public void Change(SettingsChange change) => _settings = change.Applied(_settings);

    public void Reset() => _settings = _start;
}
