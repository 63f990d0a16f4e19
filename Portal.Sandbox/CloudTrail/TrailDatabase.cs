using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudTrail;

/// <summary>The calls of one account and Region on the disk, one a row. For one thread at a time.</summary>
internal sealed class TrailDatabase(string? file) : IDisposable
{
    private readonly Database _database = new(file, """
        CREATE TABLE IF NOT EXISTS event (number INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, read TEXT NOT NULL, user TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS resource (event INTEGER NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS event_time ON event (time);
        CREATE INDEX IF NOT EXISTS event_id ON event (id);
        CREATE INDEX IF NOT EXISTS event_name ON event (name, time);
        CREATE INDEX IF NOT EXISTS event_source ON event (source, time);
        CREATE INDEX IF NOT EXISTS resource_event ON resource (event);
        CREATE INDEX IF NOT EXISTS resource_name ON resource (name);
        """);

    public long Count => _database.Query("SELECT count(*) FROM event", row => row.GetInt64(0)) is [var count] ? count : 0;

    public void Together(Action act) => _database.Together(act);

    public void Add(TrailEvent call)
    {
        var number = _database.Query(
            "INSERT INTO event (time, id, name, source, read, user, key, json) VALUES ($time, $id, $name, $source, $read, $user, $key, $json) RETURNING number",
            row => row.GetInt64(0),
            ("$time", call.Time.ToUnixTimeMilliseconds()), ("$id", call.Id), ("$name", call.Name), ("$source", call.Source), ("$read", call.IsRead ? "true" : "false"), ("$user", call.UserName), ("$key", call.AccessKeyId), ("$json", call.Json))[0];
        foreach (var resource in call.Resources)
        {
            _database.Run("INSERT INTO resource (event, type, name) VALUES ($event, $type, $name)", ("$event", number), ("$type", resource.Type), ("$name", resource.Name));
        }
    }

    /// <summary>Newest first, from before a place on.</summary>
    public IReadOnlyList<(long Number, TrailEvent Event)> Find(TrailAttribute? attribute, long from, long to, (long Time, long Number) before, int most) => _database.Query(
        $"""
        SELECT number, time, id, name, source, read, user, key, json FROM event
        WHERE time BETWEEN $from AND $to AND (time < $time OR (time = $time AND number < $number)) AND {attribute?.Condition ?? "$value = ''"}
        ORDER BY time DESC, number DESC LIMIT $most
        """,
        row => (row.GetInt64(0), new TrailEvent
        {
            Id = row.GetString(2),
            Name = row.GetString(3),
            Time = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
            Source = row.GetString(4),
            IsRead = row.GetString(5) is "true",
            UserName = row.GetString(6),
            AccessKeyId = row.GetString(7),
            Resources = [],
            Json = row.GetString(8),
        }),
        ("$from", from), ("$to", to), ("$time", before.Time), ("$number", before.Number), ("$value", attribute?.Value ?? ""), ("$most", most));

    public IReadOnlyList<TrailResource> Resources(long number) =>
        _database.Query("SELECT type, name FROM resource WHERE event = $event", row => new TrailResource(row.GetString(0), row.GetString(1)), ("$event", number));

    public void DropBefore(long time) => Drop("time < $limit", time);

    /// <summary>Forgets so many of the oldest.</summary>
    public void DropOldest(long count) => Drop("number IN (SELECT number FROM event ORDER BY number LIMIT $limit)", count);

    public void Clear() => Drop("$limit = 0", 0);

    public byte[] Saved() => _database.Saved();

    public void Restore(byte[] content) => _database.Restore(content);

    public void Dispose() => _database.Dispose();

    private void Drop(string condition, long limit)
    {
        _database.Run($"DELETE FROM resource WHERE event IN (SELECT number FROM event WHERE {condition})", ("$limit", limit));
        _database.Run($"DELETE FROM event WHERE {condition}", ("$limit", limit));
    }
}

/// <summary>What is looked for: a column of a closed set, and the value in it.</summary>
internal sealed record TrailAttribute(string Key, string Value)
{
    private static readonly Dictionary<string, string> Conditions = new(StringComparer.Ordinal)
    {
        ["EventId"] = "id = $value",
        ["EventName"] = "name = $value",
        ["ReadOnly"] = "read = $value",
        ["Username"] = "user = $value",
        ["EventSource"] = "source = $value",
        ["AccessKeyId"] = "key = $value",
        ["ResourceType"] = "number IN (SELECT event FROM resource WHERE type = $value)",
        ["ResourceName"] = "number IN (SELECT event FROM resource WHERE name = $value)",
    };

    public static bool Knows(string key) => Conditions.ContainsKey(key);

    public string Condition => Conditions[Key];
}
