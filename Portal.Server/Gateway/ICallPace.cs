namespace Portal.Server.Gateway;

/// <summary>
/// The pace at which the portal calls API Gateway. AWS takes so many calls from an account and Region in a second, of some operations one in many seconds, and raises neither;
/// consoles and pipelines share them. The adapter asks before every call, reads and repetitions too, so that nobody who calls has to think of it. Sync keeps it.
/// </summary>
internal interface ICallPace
{
    /// <summary>Waits until a call may be made. Who waits longest goes first, but a person before runs, and runs before what the portal does on its own (<see cref="Errands"/>).</summary>
    Task TakeAsync(PacedPlace place, string operation, CancellationToken cancellationToken);

    /// <summary>AWS said that there were too many requests: calls stop for as long as it asks, and go on slower for a while.</summary>
    void TooMany(PacedPlace place, string operation, TimeSpan? retryAfter);
}

/// <summary>What AWS's limits are for.</summary>
/// <param name="Account">The account, or what stands for it where it is not known.</param>
/// <param name="Region">As AWS writes it.</param>
internal sealed record PacedPlace(string Account, string Region);

/// <summary>Where nothing limits: the portal's own sandbox.</summary>
internal sealed class NoPace : ICallPace
{
    public static NoPace Instance { get; } = new();

    public Task TakeAsync(PacedPlace place, string operation, CancellationToken cancellationToken) => Task.CompletedTask;

    public void TooMany(PacedPlace place, string operation, TimeSpan? retryAfter)
    {
    }
}
