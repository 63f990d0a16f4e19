using Microsoft.Data.Sqlite;

namespace Portal.Sandbox.State;

/// <summary>A file of SQLite, or one in memory that ends with this object. For one thread at a time. What was committed outlives a killed process.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly string _schema;
    private SqliteTransaction? _transaction;

    public Database(string? file, string schema)
    {
        _schema = schema;
        if (file is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }

        _connection = new(new SqliteConnectionStringBuilder { DataSource = file ?? ":memory:", Pooling = false }.ConnectionString);
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = NORMAL");
        Run(schema);
    }

    /// <summary>All that is done inside is kept together, or none of it.</summary>
    public void Together(Action act)
    {
        using var transaction = _transaction = _connection.BeginTransaction();
        try
        {
            act();
            transaction.Commit();
        }
        finally
        {
            _transaction = null;
        }
    }

    public int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Command(sql, parameters).ExecuteNonQuery();

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var rows = Command(sql, parameters).ExecuteReader();
        List<T> found = [];
        while (rows.Read())
        {
            found.Add(read(rows));
        }

        return found;
    }

    /// <summary>The whole of it, as the content of a file.</summary>
    public byte[] Saved()
    {
        var copy = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        try
        {
            Run("VACUUM INTO $copy", ("$copy", copy));
            return File.ReadAllBytes(copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Puts another in its place, which must have the same tables.</summary>
    public void Restore(byte[] content)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        try
        {
            File.WriteAllBytes(copy, content);
            using SqliteConnection source = new(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            source.Open();
            source.BackupDatabase(_connection);
            // One of an older sandbox may have less.
            Run(_schema);
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException("This is no database of the sandbox.", exception);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    public void Dispose()
    {
        foreach (var (_, command) in _commands)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = _connection.CreateCommand();
#pragma warning disable CA2100 // Constant texts of the classes that keep something here.
            command.CommandText = sql;
#pragma warning restore CA2100
        }

        command.Transaction = _transaction;
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
