using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Writes down what the applier does, before and after each call, each time in a short transaction of its own: none is open while AWS is asked.</summary>
internal sealed class Journal(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The runs of a connection that wait to be begun or to be gone on with, in their order: what was begun, what a person waits for, the rest.</summary>
    public async Task<IReadOnlyList<QueuedRun>> OpenAsync(Guid connection, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();

        var runs = await Db(scope).Set<ChangeRun>().AsNoTracking()
            .Where(run => run.ConnectionId == connection && (run.State == RunState.Running || run.State == RunState.Approved))
            .OrderBy(run => run.State == RunState.Running ? 0 : run.Urgency == Gateway.Urgency.Person ? 1 : 2).ThenBy(run => run.ApprovedAt).ThenBy(run => run.Id)
            .Select(run => new { run.Id, Steps = run.Steps.Where(step => step.State != StepState.Done).OrderBy(step => step.Ordinal).Select(step => step.Calls).ToList() })
            .ToListAsync(cancellationToken);

        return [.. runs.Select(run => new QueuedRun(run.Id, run.Steps))];
    }

    /// <summary>Takes a run that is approved or was cut; null if it is neither by now.</summary>
    public async Task<RunPlan?> BeginAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        var run = await db.Set<ChangeRun>().SingleAsync(run => run.Id == id, cancellationToken);

        if (run.State is not (RunState.Approved or RunState.Running))
        {
            return null;
        }

        run.State = RunState.Running;
        run.StartedAt ??= clock.GetUtcNow();

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // Somebody set it aside at this very moment, or another replica took it.
        }

        var steps = await db.Set<ChangeStep>().AsNoTracking().Where(step => step.RunId == id).OrderBy(step => step.Ordinal).ToListAsync(cancellationToken);
        var connection = await db.Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == run.ConnectionId, cancellationToken);

        return new RunPlan
        {
            Id = id,
            Scope = run.Scope,
            ConnectionName = connection.Name,
            Writable = connection.Writable,
            Errand = run.Urgency is Gateway.Urgency.Person ? Gateway.Errand.Run : Gateway.Errand.Background,
            Steps = [.. steps.Select(PlannedStep.Of)],
            Names = run.Names,
        };
    }

    public async Task<bool> IsCancelledAsync(Guid run, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await Db(scope).Set<ChangeRun>().AnyAsync(other => other.Id == run && other.CancelledBy != null, cancellationToken);
    }

    /// <summary>A call is about to be made. This is saved before it, so that a restart knows that it may have worked.</summary>
    public async Task TryingAsync(Guid run, PlannedStep step, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();

        await Rows(scope, run, step).ExecuteUpdateAsync(
            rows => rows
                .SetProperty(row => row.State, StepState.Trying)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.StartedAt, row => row.StartedAt ?? now)
                .SetProperty(row => row.EndedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.Refusal, (Gateway.GatewayRefusal?)null)
                .SetProperty(row => row.Code, (string?)null)
                .SetProperty(row => row.Message, (string?)null),
            cancellationToken);
    }

    public async Task EndStepAsync(Guid run, PlannedStep step, StepEnd end, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var (refusal, code, message) = (end.Refusal, Shortened(end.Code, 100), Shortened(end.Message, 4000));

        await Rows(scope, run, step).ExecuteUpdateAsync(
            rows => rows
                .SetProperty(row => row.State, end.State)
                .SetProperty(row => row.EndedAt, now)
                .SetProperty(row => row.Refusal, refusal)
                .SetProperty(row => row.Code, code)
                .SetProperty(row => row.Message, message),
            cancellationToken);
    }

    private static IQueryable<ChangeStep> Rows(AsyncServiceScope scope, Guid run, PlannedStep step) =>
        Db(scope).Set<ChangeStep>().Where(row => row.RunId == run && row.Ordinal == step.Ordinal);

    private static PortalDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PortalDb>();

    private static string? Shortened(string? text, int length) => text?.Length > length ? text[..(length - 1)] + "…" : text;
}
