using Portal.Server.Audit;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Tests.Sync;

/// <summary>Hears of runs and writes it down in the database, as a room of the story would.</summary>
internal sealed class Ear(PortalDb db, TimeProvider clock) : IRunListener
{
    public const string Deed = "test.heard";

    public Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        db.Add(new AuditEvent { At = clock.GetUtcNow(), By = run.ApprovedBy, Deed = Deed, Subject = run.Reference, Detail = $"{run.Undoes} {string.Join(", ", run.Holds.Select(spec => spec.Address))}".Trim() });

        return Task.CompletedTask;
    }
}
