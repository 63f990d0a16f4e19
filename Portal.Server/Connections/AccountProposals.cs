using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>Asks for the change sets of what belongs to an account and Region. What it shall be is in the change set alone: the portal keeps no wish beside it.</summary>
internal sealed class AccountProposals(PortalDb db, IChangeRuns runs)
{
    private const string Reference = "connections.thing";

    /// <summary>AWS shall have it so.</summary>
    public Task<Answer<ProposedChange>> BringAsync(AccountDeed deed, Spec desired, CancellationToken cancellationToken) => ProposeAsync(deed, desired.Address, new GatewayState([desired]), cancellationToken);

    /// <summary>AWS shall not have it any more.</summary>
    public Task<Answer<ProposedChange>> DeleteAsync(AccountDeed deed, Address thing, CancellationToken cancellationToken) => ProposeAsync(deed, thing, GatewayState.Empty, cancellationToken);

    private async Task<Answer<ProposedChange>> ProposeAsync(AccountDeed deed, Address thing, GatewayState desired, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == deed.Connection, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        var proposed = await runs.ProposeAsync(
            new Proposal
            {
                Scope = GatewayScope.OfThing(deed.Connection, thing),
                Team = deed.Team,
                By = deed.By.Id,
                Title = deed.Title,
                Desired = desired,
                Notes = deed.Notes,
                Reference = Reference,
                Names = deed.Names,
            },
            cancellationToken);

        return proposed.Then<ProposedChange>(run => new ProposedChange(run.Id, run.IsEmpty));
    }
}

/// <param name="Connection">The account and Region.</param>
/// <param name="Team">The team whose run it is.</param>
/// <param name="By">Who wants it.</param>
/// <param name="Title">What it is for, in words.</param>
/// <param name="Notes">What an approver must read beside the steps.</param>
internal sealed record AccountDeed(Guid Connection, Guid Team, CurrentUser By, string Title, params IReadOnlyList<string> Notes)
{
    /// <summary>What people call things that the specs know by id only.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
