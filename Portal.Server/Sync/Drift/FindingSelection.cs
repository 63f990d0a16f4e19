using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Takes a finding, or all that is open beside it, with what the portal left there and what is there now.</summary>
internal sealed class FindingSelection(PortalDb db, IGateways gateways)
{
    public async Task<Answer<Selected>> OfAsync(Guid id, bool all, Func<DriftFinding, bool> fits, CancellationToken cancellationToken)
    {
        var one = await db.Set<DriftFinding>().SingleAsync(finding => finding.Id == id, cancellationToken);

        if (one.State is not FindingState.Open)
        {
            return Refusals.FindingNotOpen;
        }

        var beside = all
            ? await db.Set<DriftFinding>().Where(finding => finding.ConnectionId == one.ConnectionId && finding.Subject == one.Subject && finding.State == FindingState.Open).OrderBy(finding => finding.Id).ToListAsync(cancellationToken)
            : [one];
        var rows = await DriftChecker.AppliedAsync(db, one.ConnectionId, one.Subject, cancellationToken);

        if (beside.Where(fits).ToList() is not { Count: > 0 } findings || rows is [])
        {
            return Refusals.FindingCannot;
        }

        try
        {
            // Of a plan's keys those alone: each takes a call.
            var addresses = findings.Select(finding => finding.Address).ToHashSet();
            var applied = new GatewayState([.. rows.Select(row => Spec.Parse(row.Spec)).Where(spec => spec is not ApiKeySpec || addresses.Contains(spec.Address.ToString()))]);
            var gateway = await gateways.OpenAsync(one.ConnectionId, cancellationToken);
            var scope = DriftChecker.ScopeOf(one.ConnectionId, one.Subject, applied);

            return new Selected(one, findings, rows, applied, await gateway.ReadAsync(scope, cancellationToken), scope);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.GatewayRefused(refused);
        }
    }
}

/// <param name="One">The finding that was named.</param>
/// <param name="Findings">All that are meant.</param>
/// <param name="Rows">What the portal left of the subject.</param>
/// <param name="Applied">The same as specs.</param>
/// <param name="Live">What is there now.</param>
/// <param name="Scope">The subject with all its parts.</param>
internal sealed record Selected(DriftFinding One, IReadOnlyList<DriftFinding> Findings, IReadOnlyList<AppliedSpec> Rows, GatewayState Applied, GatewayState Live, GatewayScope Scope)
{
    /// <summary>The places that are meant, by the thing that they are in.</summary>
    public IEnumerable<IGrouping<Address, string>> Places => Findings.GroupBy(finding => Address.Parse(finding.Address), finding => finding.Place);
}
