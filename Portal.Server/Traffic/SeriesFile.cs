using Microsoft.Data.Sqlite;
using Portal.Server.Platform;

namespace Portal.Server.Traffic;

/// <summary>
/// The file series.db in the data folder: facts about calls, apart from the portal's own database, so that writing many of them never holds up a person.
/// It is a file of SQLite whatever the portal's database is.
/// </summary>
internal sealed class SeriesFile : IDisposable
{
    private const int Version = 1;

    private const string Schema = """
        CREATE TABLE Series (Id INTEGER PRIMARY KEY, Stage TEXT NOT NULL, Name TEXT NOT NULL, UNIQUE (Stage, Name));
        CREATE TABLE Points (Series INTEGER NOT NULL, Period INTEGER NOT NULL, At INTEGER NOT NULL, Value REAL NOT NULL, PRIMARY KEY (Series, Period, At)) WITHOUT ROWID;
        CREATE TABLE Marks (Stage TEXT NOT NULL, Period INTEGER NOT NULL, ReadUntil INTEGER NOT NULL, ReadAt INTEGER NOT NULL, PRIMARY KEY (Stage, Period)) WITHOUT ROWID;
        CREATE TABLE Callers (Id INTEGER PRIMARY KEY, Stage TEXT NOT NULL, Key TEXT NOT NULL, LogGroup TEXT NOT NULL, UNIQUE (Stage, Key, LogGroup));
        CREATE TABLE Facts (
            Caller INTEGER NOT NULL, Period INTEGER NOT NULL, At INTEGER NOT NULL,
            Requests INTEGER NOT NULL, ClientErrors INTEGER NOT NULL, ServerErrors INTEGER NOT NULL, LatencySum INTEGER NOT NULL, Latencies BLOB NOT NULL,
            PRIMARY KEY (Caller, Period, At)) WITHOUT ROWID;
        CREATE TABLE LogMarks (LogGroup TEXT PRIMARY KEY, ReadUntil INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE Readings (Connection TEXT NOT NULL, Kind TEXT NOT NULL, ReadAt INTEGER, FailedAt INTEGER, Why TEXT, PRIMARY KEY (Connection, Kind)) WITHOUT ROWID;
        CREATE TABLE Asked (Connection TEXT NOT NULL, Hour INTEGER NOT NULL, Queries INTEGER NOT NULL, PRIMARY KEY (Connection, Hour)) WITHOUT ROWID;
        """;

    private readonly string _connectionString;

    public SeriesFile(DataFolder folder)
        : this(folder.File("series.db"))
    {
    }

    public SeriesFile(string file)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
        using var connection = Open();
        Run(connection, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction();

        switch (Number(connection, "PRAGMA user_version"))
        {
            case 0:
                Run(connection, Schema);
                Run(connection, $"PRAGMA user_version = {Version}");
                transaction.Commit();
                break;

            case > Version:
                throw new InvalidOperationException($"The file '{file}' was last used by a newer version of the portal. Start the newer version, or move the file away: what was collected is then collected anew, as far back as CloudWatch remembers.");
        }
    }

    /// <summary>A connection of the pool. What was committed outlives a killed process; the last moments may not outlive a machine that loses its power, and are read again.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Run(connection, "PRAGMA synchronous = NORMAL");

        return connection;
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return (long)command.ExecuteScalar()!;
    }
}
