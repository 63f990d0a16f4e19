using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudWatch;

/// <summary>The series of one account and Region on the disk, an hour of one a row. For one thread at a time.</summary>
internal sealed class MetricDatabase : IDisposable
{
    private readonly Dictionary<Series, long> _ids = [];
    private readonly Database _database;

    public MetricDatabase(string? file)
    {
        _database = new(file, """
            CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, metric TEXT NOT NULL, unit TEXT NOT NULL, last INTEGER NOT NULL, UNIQUE (metric, unit));
            CREATE TABLE IF NOT EXISTS chunk (series INTEGER NOT NULL, hour INTEGER NOT NULL, step INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (series, hour)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS chunk_age ON chunk (step, hour);
            """);
        Reload();
    }

    public void Together(Action act)
    {
        try
        {
            _database.Together(act);
        }
        catch
        {
            // Ids given in a transaction that was not kept are none.
            Reload();
            throw;
        }
    }

    /// <summary>The units in which a metric has values, sorted.</summary>
    public IReadOnlyList<string> Units(Metric metric) =>
        _database.Query("SELECT unit FROM series WHERE metric = $metric ORDER BY unit", row => row.GetString(0), ("$metric", metric.Key));

    /// <summary>Metrics with values in that hour or later, sorted by key.</summary>
    public IReadOnlyList<Metric> Metrics(long sinceHour) =>
        _database.Query("SELECT DISTINCT metric FROM series WHERE last >= $since ORDER BY metric", row => Metric.Parse(row.GetString(0)), ("$since", sinceHour));

    public IReadOnlyList<(long Hour, byte[] Data)> Chunks(Series series, long fromHour, long toHour) => !_ids.TryGetValue(series, out var id)
        ? []
        : _database.Query(
            "SELECT hour, data FROM chunk WHERE series = $series AND hour BETWEEN $from AND $to ORDER BY hour",
            row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)),
            ("$series", id), ("$from", fromHour), ("$to", toHour));

    /// <summary>Chunks of this resolution from before that hour, at most so many.</summary>
    public IReadOnlyList<(long Series, long Hour, byte[] Data)> Older(int step, long beforeHour, int most) => _database.Query(
        "SELECT series, hour, data FROM chunk WHERE step = $step AND hour < $before LIMIT $most",
        row => (row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)),
        ("$step", step), ("$before", beforeHour), ("$most", most));

    public (int Step, byte[] Data)? Chunk(long series, long hour) => _database.Query(
        "SELECT step, data FROM chunk WHERE series = $series AND hour = $hour",
        row => (row.GetInt32(0), row.GetFieldValue<byte[]>(1)),
        ("$series", series), ("$hour", hour)) is [var found] ? found : null;

    public void Put(long series, long hour, int step, byte[] data) => _database.Run(
        "INSERT OR REPLACE INTO chunk (series, hour, step, data) VALUES ($series, $hour, $step, $data)",
        ("$series", series), ("$hour", hour), ("$step", step), ("$data", data));

    /// <summary>The id of a series, which is new or has values of this hour now.</summary>
    public long Touch(Series series, long hour)
    {
        if (_ids.TryGetValue(series, out var id))
        {
            _database.Run("UPDATE series SET last = $hour WHERE id = $id AND last < $hour", ("$id", id), ("$hour", hour));
            return id;
        }

        return _ids[series] = _database.Query(
            "INSERT INTO series (metric, unit, last) VALUES ($metric, $unit, $hour) RETURNING id",
            row => row.GetInt64(0),
            ("$metric", series.Metric.Key), ("$unit", series.Unit), ("$hour", hour))[0];
    }

    /// <summary>Forgets what is older.</summary>
    public void Drop(long beforeHour)
    {
        _database.Run("DELETE FROM chunk WHERE hour < $before", ("$before", beforeHour));
        if (_database.Run("DELETE FROM series WHERE last < $before", ("$before", beforeHour)) > 0)
        {
            Reload();
        }
    }

    public byte[] Saved() => _database.Saved();

    public void Restore(byte[] content)
    {
        _database.Restore(content);
        Reload();
    }

    public void Dispose() => _database.Dispose();

    private void Reload()
    {
        _ids.Clear();
        foreach (var (id, metric, unit) in _database.Query("SELECT id, metric, unit FROM series", row => (row.GetInt64(0), row.GetString(1), row.GetString(2))))
        {
            _ids[new(Metric.Parse(metric), unit)] = id;
        }
    }
}
