using Portal.Sandbox.Access;
using Portal.Sandbox.Admin;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2;
using Portal.Sandbox.CloudTrail;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.Logs;
using Portal.Sandbox.State;
using Portal.Sandbox.Sts;
using Portal.Sandbox.Waf;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox;

/// <summary>What a sandbox is made of, whatever port it listens on.</summary>
internal sealed class Parts
{
    public Parts(SandboxOptions options)
    {
        Clock = new(options.TimeProvider);
        Controls = new(options.Settings);
        World = new(new(options.AccountRateLimit, options.AccountBurstLimit), options.DataFolder, options.LogGroups, Controls, Clock);
        var sessions = Sessions.Of(options.DataFolder);
        Door = new(Controls, sessions, Clock);
        Operations =
        [
            .. Gateway.Operations, .. GatewayV2.Operations, .. CloudWatchOperations.All, .. LogsOperations.All, .. WafOperations.All,
            .. new StsOperations(sessions).All, .. new LookupEvents(() => Controls.Settings.EventsAfter).All,
        ];
    }

    public MovableClock Clock { get; }

    public Controls Controls { get; }

    public World World { get; }

    public Doorkeeper Door { get; }

    public Faults Faults { get; } = new();

    public CallLog Calls { get; } = new();

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>As it was at its start, and empty.</summary>
    public void Reset()
    {
        World.Reset();
        Faults.Clear();
        Calls.Clear();
        Controls.Reset();
        Clock.Reset();
        Door.Quotas.Reset();
    }
}
