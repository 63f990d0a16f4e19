using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

/// <summary>Knows what the database refused, and what of it was because of another that saved at the same time.</summary>
internal static class SaveFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;
    private const int SqlServerDuplicateKeyInIndex = 2601;
    private const int SqlServerDuplicateKey = 2627;
    private const int SqlServerTimeout = -2;

    /// <summary>The database took or gave nothing: it is busy, its disk is full, or another was faster.</summary>
    public static bool IsOfDatabase(this Exception exception) => exception is DbException or DbUpdateException;

    /// <summary>What the database said, which EF wraps.</summary>
    public static string Cause(this Exception exception) => exception.InnerException?.Message ?? exception.Message;

    /// <summary>Another had just taken the same name: handlers look first, but two may look at once.</summary>
    public static bool IsTaken(this DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintPrimaryKey or SqliteConstraintUnique } => true,
        SqlException { Number: SqlServerDuplicateKeyInIndex or SqlServerDuplicateKey } => true,
        _ => false,
    };
    /// <summary>Another kept the database locked for longer than is waited, from the beginning of the save or in the middle.</summary>
    public static bool IsLocked(this Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy } => true,
        SqlException { Number: SqlServerTimeout } => true,
        DbUpdateException { InnerException: { } inner } => inner.IsLocked(),
        _ => false,
    };
}
