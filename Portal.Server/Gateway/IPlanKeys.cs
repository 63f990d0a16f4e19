namespace Portal.Server.Gateway;

/// <summary>Tells which keys a usage plan shall let in. The room that issues them answers.</summary>
internal interface IPlanKeys
{
    /// <param name="plan">The portal's id.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<KeysOfPlan> OfPlanAsync(string plan, CancellationToken cancellationToken);
}

/// <param name="InForce">The keys that work.</param>
/// <param name="OnTheirWay">The portal's ids of those that are being issued or ended: what AWS has of them is about to change.</param>
internal sealed record KeysOfPlan(IReadOnlyList<KeyOfPlan> InForce, IReadOnlyList<string> OnTheirWay)
{
    public static KeysOfPlan None { get; } = new([], []);
}

/// <param name="Id">The portal's id.</param>
/// <param name="AwsId">AWS's id.</param>
/// <param name="Name">What people call it: its app, and the last characters.</param>
internal sealed record KeyOfPlan(string Id, string AwsId, string Name);
