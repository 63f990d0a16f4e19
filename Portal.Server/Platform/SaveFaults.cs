using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

/// <summary>Knows saves that failed because of another that saved at the same time.</summary>
internal static class SaveFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;
    private const int SqlServerDuplicateKeyInIndex = 2601;
    private const int SqlServerDuplicateKey = 2627;
    private const int SqlServerTimeout = -2;

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
