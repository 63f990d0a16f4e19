using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

/// <summary>Knows a save that failed because another had just taken the same name: handlers look first, but two may look at once.</summary>
internal static class Uniqueness
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;
    private const int SqlServerDuplicateKeyInIndex = 2601;
    private const int SqlServerDuplicateKey = 2627;

    public static bool IsTaken(this DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintPrimaryKey or SqliteConstraintUnique } => true,
        SqlException { Number: SqlServerDuplicateKeyInIndex or SqlServerDuplicateKey } => true,
        _ => false,
    };
}
