using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Stages;

/// <summary>Takes a stage from the portal when it is gone from AWS. It does not save: whoever ends the run does.</summary>
internal sealed class RemovalListener(PortalDb db) : IRunListener
{
    private const string Mark = "stages.removal:";

    public static string ReferenceOf(Guid stage) => $"{Mark}{stage}";

    public async Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        if (run.Undoes is null && StageOf(run.Reference) is { } id && await db.Set<Stage>().SingleOrDefaultAsync(stage => stage.Id == id, cancellationToken) is { } stage)
        {
            db.Remove(stage);
        }
    }

    public async Task<Refusal?> ObjectionOrNullAsync(Approval approval, CancellationToken cancellationToken)
    {
        if (StageOf(approval.Reference) is not { } id)
        {
            return null;
        }

        return await db.Set<Stage>().AsNoTracking().SingleOrDefaultAsync(stage => stage.Id == id, cancellationToken) switch
        {
            // To make it again in AWS would make a stage that the portal does not know.
            null => Refusals.Gone,
            { NeedsSecondPerson: true, Name: var name } when approval.By == approval.ProposedBy => Refusals.NeedsSecondPerson(name),
            _ => null,
        };
    }

    private static Guid? StageOf(string reference) =>
        reference.StartsWith(Mark, StringComparison.Ordinal) && Guid.TryParse(reference.AsSpan(Mark.Length), out var id) ? id : null;
}
