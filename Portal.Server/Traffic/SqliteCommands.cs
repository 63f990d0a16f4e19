using Microsoft.Data.Sqlite;

namespace Portal.Server.Traffic;

/// <summary>Commands that are prepared once and run with many values.</summary>
internal static class SqliteCommands
{
    /// <summary>Prepares it with parameters of these names, in which values are put by place.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;

        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place] ?? DBNull.Value;
        }

        return command;
    }

    public static IEnumerable<T> Rows<T>(this SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var rows = command.ExecuteReader();

        while (rows.Read())
        {
            yield return read(rows);
        }
    }

    public static DateTimeOffset Time(this SqliteDataReader row, int place) => DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(place));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int place) => row.IsDBNull(place) ? null : row.Time(place);
}
