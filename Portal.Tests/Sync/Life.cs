using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Sync;

/// <summary>The life of one process: once it is cut, nothing of it reaches the database any more.</summary>
internal sealed class Life : DbCommandInterceptor
{
    private bool _over;
    private int _commands;

    /// <summary>How many commands the database was sent.</summary>
    public int Commands => _commands;

    /// <summary>The command that is not sent any more; 0 is none.</summary>
    public int LastCommand { get; set; }

    /// <summary>From which command on the database is locked.</summary>
    public int LockedFrom { get; set; }

    /// <summary>So many commands from there on find the database locked by somebody else.</summary>
    public int Locked { get; set; }

    public void End() => _over = true;

    public void Check()
    {
        if (_over)
        {
            throw new CutException();
        }
    }

    private void Count()
    {
        if (++_commands == LastCommand)
        {
            End();
        }

        Check();

        if (Locked > 0 && _commands > LockedFrom)
        {
            Locked--;

            throw new SqliteException("database is locked", 5);
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count();

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();

        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}

/// <summary>The process is gone. Only a test catches it.</summary>
internal sealed class CutException : Exception;
