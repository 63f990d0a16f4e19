using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Connections;

/// <summary>
/// Tells which things of its room AWS does not have as the portal wants them, and proposes the change set that brings one there. Sync asks all rooms, for a person who wants many at once.
/// It shows and brings nothing that the person does not reach.
/// </summary>
internal interface IBringsInStep
{
    /// <summary>Those of these that are its room's, as they are to be brought: an API is brought by its first stage.</summary>
    Task<IReadOnlyList<Pick>> FindAsync(IReadOnlyCollection<Address> things, CurrentUser user, CancellationToken cancellationToken);

    /// <summary>All that is out of step, as far as the portal knows without asking AWS.</summary>
    /// <param name="connection">Only on this one; null is on all.</param>
    /// <param name="laterStages">Also stages that come after another and do not run what that runs, or is to run.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<IReadOnlyList<Pick>> OutOfStepAsync(Guid? connection, bool laterStages, CurrentUser user, CancellationToken cancellationToken);

    /// <summary>Null where the thing is another room's.</summary>
    Task<Answer<ProposedRun>?> ProposeAsync(Address thing, CurrentUser user, CancellationToken cancellationToken);
}

/// <summary>A thing that can be brought to AWS.</summary>
internal sealed record Pick
{
    public required Address Thing { get; init; }

    /// <summary>As people call it: "dev of Pets".</summary>
    public required string Name { get; init; }

    /// <summary>What its change set is about: of several with the same, each is brought when the one before it is done.</summary>
    public required Address Subject { get; init; }

    /// <summary>What must be in AWS before it, and is not.</summary>
    public IReadOnlyList<Address> Needs { get; init; } = [];

    public required Guid Connection { get; init; }

    public required Guid Team { get; init; }

    /// <summary>Why it is out of step, in a sentence; null where it is not, as far as the portal knows.</summary>
    public required string? Why { get; init; }
}
