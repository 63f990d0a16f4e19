using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Gateway;

/// <summary>How a room gets something done in the gateway: it proposes how things should be, a person approves what that changes, and the room hears when it is done. Sync does it.</summary>
internal interface IChangeRuns
{
    /// <summary>Reads live, compares, and keeps the difference as a proposed run. Writes nothing to AWS.</summary>
    Task<Answer<ProposedRun>> ProposeAsync(Proposal proposal, CancellationToken cancellationToken);

    /// <summary>Proposes and approves in one, for what the person who wants it has just confirmed in the proposing room. Refused, and nothing kept, where a brake asks for a name.</summary>
    Task<Answer<ProposedRun>> StartAsync(Proposal proposal, CancellationToken cancellationToken);

    /// <summary>The latest runs about these, some of each, the newest first.</summary>
    Task<IReadOnlyList<RunGlance>> LatelyAsync(IReadOnlyCollection<Address> subjects, CancellationToken cancellationToken);

    /// <summary>What runs are for is about to be removed from the portal: sets aside those that are proposed, to be saved with the removal. The refusal, if one is on its way; else null.</summary>
    /// <param name="subject">What the runs are about.</param>
    /// <param name="part">The portal's id of a part of it, as the stage of an API; null for all of it.</param>
    /// <param name="why">Stands in the runs that are set aside.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<Refusal?> WithdrawAsync(Address subject, string? part, string why, CancellationToken cancellationToken);
}

/// <summary>How one part of a gateway should be.</summary>
internal sealed record Proposal
{
    public required GatewayScope Scope { get; init; }

    /// <summary>The team whose run it is.</summary>
    public required Guid Team { get; init; }

    /// <summary>Who wants it.</summary>
    public required Guid By { get; init; }

    /// <summary>What it is for, in words: "Deploy revision 3 of Pet Store to dev".</summary>
    public required string Title { get; init; }

    public required GatewayState Desired { get; init; }

    /// <summary>Whether what is not in <see cref="Desired"/> stays as it is; else it is deleted.</summary>
    public bool LeavesTheRest { get; init; }

    /// <summary>What shall be gone, where the rest is left.</summary>
    public IReadOnlyList<Address> Removes { get; init; } = [];

    /// <summary>What an approver must read beside the steps.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What <see cref="IRunListener"/> is told when it is done.</summary>
    public required string Reference { get; init; }

    public Urgency Urgency { get; init; } = Urgency.Person;

    /// <summary>What people call things that the specs know by id only, by that id: for sentences.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The run whose changes it takes back; null for everything but an undo.</summary>
    public Guid? Undoes { get; init; }
}

/// <summary>Who waits for a run: what a person waits for goes before what the portal does on its own.</summary>
internal enum Urgency
{
    Person,
    Background,
}

/// <summary>A proposal, compared and kept.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="IsEmpty">Nothing would change: live is already as desired. The run is done, and its listener has heard of it.</param>
internal sealed record ProposedRun(Guid Id, bool IsEmpty);

/// <summary>A run, for a room that shows how far it has come.</summary>
internal sealed record RunGlance
{
    public required Guid Id { get; init; }

    public required Address Subject { get; init; }

    /// <summary>The portal's ids of the parts that it looks at: of an API, stages.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required string Title { get; init; }

    public required RunState State { get; init; }
}

/// <summary>
/// Hears of runs that are done, in the transaction that says so: what it adds to the database of its scope is saved with it or not at all. It does not save itself,
/// and it leaves alone a reference that is not its own.
/// </summary>
internal interface IRunListener
{
    Task DoneAsync(FinishedRun run, CancellationToken cancellationToken);

    /// <summary>Hears of a run that was begun and did not come to its end: it stopped, or was cancelled between two steps. It may yet be continued. In the transaction that says so, as above.</summary>
    Task StoppedAsync(FinishedRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What stands against beginning a run, as the room that proposed it sees things now: what it is for is gone, or another person must approve it. Null where nothing does.</summary>
    Task<Refusal?> ObjectionOrNullAsync(Approval approval, CancellationToken cancellationToken) => Task.FromResult<Refusal?>(null);
}

/// <param name="Reference">What the proposal gave to be told again.</param>
/// <param name="ProposedBy">Who proposed the run.</param>
/// <param name="By">Who approves it, or did before it stopped.</param>
internal sealed record Approval(string Reference, Guid ProposedBy, Guid By)
{
    /// <summary>The run whose changes it takes back.</summary>
    public Guid? Undoes { get; init; }
}

/// <param name="Id">The run.</param>
/// <param name="Reference">What the proposal gave to be told again.</param>
/// <param name="ApprovedBy">The person who approved it.</param>
internal sealed record FinishedRun(Guid Id, string Reference, Guid ApprovedBy)
{
    public required Guid ProposedBy { get; init; }

    public required RunState State { get; init; }

    /// <summary>What the gateway holds now of what the run has done; what it deleted is not among it. Where there was nothing to do, what was wanted.</summary>
    public required IReadOnlyList<Spec> Holds { get; init; }

    /// <summary>The run whose changes it took back: the reference is then that run's, and what that run brought is gone.</summary>
    public Guid? Undoes { get; init; }
}
