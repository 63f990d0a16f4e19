using Portal.Shared;

namespace Portal.Server.Gateway;

/// <summary>
/// Takes into the portal what somebody else has made of a thing in the gateway. The room that the thing belongs to does it, and Sync asks all rooms.
/// It does not save: whoever asks does, with what else belongs to it.
/// </summary>
internal interface ITakesOver
{
    /// <summary>What was done, in a sentence; null where the thing is another room's.</summary>
    Task<Answer<string>?> TakeOverAsync(Takeover wanted, CancellationToken cancellationToken);
}

/// <param name="Known">As the portal had it last applied.</param>
/// <param name="Found">The same with what is taken over.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Roles">What they may do.</param>
internal sealed record Takeover(Spec Known, Spec Found, Guid By, Role Roles);
