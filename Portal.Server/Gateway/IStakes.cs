namespace Portal.Server.Gateway;

/// <summary>Tells who would feel it if things were taken away. Rooms that know how much something is used answer; Sync asks them all before it keeps a run that takes something.</summary>
internal interface IStakes
{
    /// <summary>Sentences that an approver must have understood; where there are any, the thing's name must be typed.</summary>
    Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<Loss> losses, CancellationToken cancellationToken);
}

/// <param name="Before">What goes, or loses a part.</param>
/// <param name="After">As it shall be; null where it goes.</param>
internal sealed record Loss(Spec Before, Spec? After);
