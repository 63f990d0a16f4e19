using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Server.Platform;

/// <summary>
/// Lets nothing be written by a portal whose place another has taken. Whatever writes does so in a transaction, which first looks whose the place is: nobody can take it before the transaction has ended,
/// so that a process may be suspended anywhere and wake up whenever it likes.
/// </summary>
internal sealed class PlaceGuard(OnePortal portal, WorkingPlace place) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (!place.IsTaken || eventData.Context is not PortalDb db)
        {
            return result;
        }

        try
        {
            await LookAsync(db, connection, result, cancellationToken);
        }
        catch
        {
            // EF does not know of it yet, and would leave it open.
            await result.DisposeAsync();

            throw;
        }

        return result;
    }

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        if (!place.IsTaken)
        {
            return result;
        }

        result.Dispose();

        throw Synchronous();
    }

    /// <summary>What is neither saved nor in a transaction, as an ExecuteUpdate, is given one of its own.</summary>
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is not null || !place.IsTaken || eventData.Context is not PortalDb db)
        {
            return result;
        }

        await using var transaction = await command.Connection!.BeginTransactionAsync(cancellationToken);
        await LookAsync(db, command.Connection, transaction, cancellationToken);
        command.Transaction = transaction;

        try
        {
            var rows = await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);

            return InterceptionResult<int>.SuppressWithResult(rows);
        }
        finally
        {
            command.Transaction = null;
        }
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        command.Transaction is null && place.IsTaken ? throw Synchronous() : result;

    private async Task LookAsync(PortalDb db, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = db.HolderSql;
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        // Where there is no row, somebody has put back a database: it is written anew with the next sign of life.
        if (await reader.ReadAsync(cancellationToken))
        {
            portal.MustHold(reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2));
        }
    }

    private static NotSupportedException Synchronous() => new("The portal writes asynchronously.");
}
