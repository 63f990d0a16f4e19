namespace Portal.Server.Platform;

/// <summary>Settings "Database": where the portal keeps what it knows.</summary>
internal sealed record DatabaseOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Needed for SQL Server; for SQLite the file portal.db in the data folder is used where none is given.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long the portal that works on a database may be silent before another takes its place.</summary>
    public TimeSpan TakeOverAfter { get; init; } = TimeSpan.FromSeconds(45);
}

internal enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}
