using System.Text;
using Microsoft.Data.Sqlite;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Logs;

/// <summary>The log groups of one account and Region on the disk, a block of events a row. For one thread at a time.</summary>
internal sealed class LogDatabase(string? file) : IDisposable
{
    private const string GroupColumns = "SELECT name, created, retention, coalesce((SELECT sum(bytes) FROM block WHERE block.grp = name), 0) FROM grp";
    private const string StreamColumns = "SELECT name, created, first, last, ingested FROM stream";
    private const string BlockColumns = "SELECT id, stream, first, last, ingested FROM block";

    private readonly Database _database = new(file, """
        CREATE TABLE IF NOT EXISTS grp (name TEXT PRIMARY KEY, created INTEGER NOT NULL, retention INTEGER, tags TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS stream (grp TEXT NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL, first INTEGER, last INTEGER, ingested INTEGER, PRIMARY KEY (grp, name)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS block (
            id INTEGER PRIMARY KEY AUTOINCREMENT, grp TEXT NOT NULL, stream TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, ingested INTEGER NOT NULL,
            count INTEGER NOT NULL, bytes INTEGER NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS block_first ON block (grp, first, id);
        CREATE INDEX IF NOT EXISTS block_last ON block (grp, last, id, bytes, size);
        """);

    /// <summary>What all blocks take on the disk.</summary>
    public long Size => _database.Query("SELECT coalesce(sum(size), 0) FROM block", row => row.GetInt64(0))[0];

    public void Together(Action act) => _database.Together(act);

    public LogGroup? Group(string name) => _database.Query($"{GroupColumns} WHERE name = $name", GroupOf, ("$name", name)) is [var found] ? found : null;

    public bool HasGroup(string name) => _database.Query("SELECT 1 FROM grp WHERE name = $name", _ => true, ("$name", name)) is [true];

    /// <summary>Groups after a name, sorted.</summary>
    public IReadOnlyList<LogGroup> Groups(string after) => _database.Query($"{GroupColumns} WHERE name > $after ORDER BY name", GroupOf, ("$after", after));

    public void PutGroup(string name, long created) => _database.Run("INSERT INTO grp (name, created) VALUES ($name, $created)", ("$name", name), ("$created", created));

    public string? Tags(string group) => _database.Query("SELECT tags FROM grp WHERE name = $group", row => row.IsDBNull(0) ? null : row.GetString(0), ("$group", group))[0];

    public void PutTags(string group, string tags) => _database.Run("UPDATE grp SET tags = $tags WHERE name = $group", ("$group", group), ("$tags", tags));

    public void Retain(string group, int? days) => _database.Run("UPDATE grp SET retention = $days WHERE name = $group", ("$group", group), ("$days", (object?)days ?? DBNull.Value));

    public void DropGroup(string name)
    {
        _database.Run("DELETE FROM block WHERE grp = $name", ("$name", name));
        _database.Run("DELETE FROM stream WHERE grp = $name", ("$name", name));
        _database.Run("DELETE FROM grp WHERE name = $name", ("$name", name));
    }

    public LogStream? Stream(string group, string name) =>
        _database.Query($"{StreamColumns} WHERE grp = $group AND name = $name", StreamOf, ("$group", group), ("$name", name)) is [var found] ? found : null;

    public IReadOnlyList<LogStream> Streams(string group) => _database.Query($"{StreamColumns} WHERE grp = $group ORDER BY name", StreamOf, ("$group", group));

    public void PutStream(string group, string name, long created) => _database.Run(
        "INSERT OR IGNORE INTO stream (grp, name, created) VALUES ($group, $name, $created)", ("$group", group), ("$name", name), ("$created", created));

    public void DropStream(string group, string name)
    {
        _database.Run("DELETE FROM block WHERE grp = $group AND stream = $name", ("$group", group), ("$name", name));
        _database.Run("DELETE FROM stream WHERE grp = $group AND name = $name", ("$group", group), ("$name", name));
    }

    /// <summary>Keeps events, which are sorted by time, in a block; returns what it takes.</summary>
    public long PutBlock(string group, string stream, IReadOnlyList<LogEvent> events, long ingested)
    {
        var data = Block.Pack(events);
        var (first, last) = (events[0].Timestamp, events[^1].Timestamp);
        _database.Run(
            "INSERT INTO block (grp, stream, first, last, ingested, count, bytes, size, data) VALUES ($group, $stream, $first, $last, $ingested, $count, $bytes, $size, $data)",
            ("$group", group), ("$stream", stream), ("$first", first), ("$last", last), ("$ingested", ingested),
            ("$count", events.Count), ("$bytes", events.Sum(line => (long)Encoding.UTF8.GetByteCount(line.Message))), ("$size", data.Length), ("$data", data));
        _database.Run(
            "UPDATE stream SET first = min(coalesce(first, $first), $first), last = max(coalesce(last, $last), $last), ingested = $ingested WHERE grp = $group AND name = $stream",
            ("$group", group), ("$stream", stream), ("$first", first), ("$last", last), ("$ingested", ingested));
        return data.Length;
    }

    /// <summary>Blocks that begin in a span, first one first; <paramref name="after"/> is the last of the batch before.</summary>
    public IReadOnlyList<Block> Forward(string group, long from, long to, Block? after, int most) => _database.Query(
        $"{BlockColumns} WHERE grp = $group AND (first, id) > ($first, $id) AND first <= $to ORDER BY first, id LIMIT $most",
        BlockOf, ("$group", group), ("$first", after?.First ?? from), ("$id", after?.Id ?? -1), ("$to", to), ("$most", most));

    /// <summary>Blocks that end in a span, last one first.</summary>
    public IReadOnlyList<Block> Backward(string group, long from, long to, Block? before, int most) => _database.Query(
        $"{BlockColumns} WHERE grp = $group AND (last, id) < ($last, $id) AND last >= $from ORDER BY last DESC, id DESC LIMIT $most",
        BlockOf, ("$group", group), ("$last", before?.Last ?? to), ("$id", before?.Id ?? long.MaxValue), ("$from", from), ("$most", most));

    /// <summary>The events of a block; none if it has been forgotten meanwhile.</summary>
    public (byte[] Data, int Count)? Data(long block) =>
        _database.Query("SELECT data, count FROM block WHERE id = $id", row => (row.GetFieldValue<byte[]>(0), row.GetInt32(1)), ("$id", block)) is [var found] ? found : null;

    /// <summary>Forgets what a group keeps no longer.</summary>
    public void DropBefore(string group, long time) => _database.Run("DELETE FROM block WHERE grp = $group AND last < $time", ("$group", group), ("$time", time));

    /// <summary>Forgets what was kept first.</summary>
    public void DropOldest(int blocks) => _database.Run("DELETE FROM block WHERE id IN (SELECT id FROM block ORDER BY id LIMIT $blocks)", ("$blocks", blocks));

    public byte[] Saved() => _database.Saved();

    public void Restore(byte[] content) => _database.Restore(content);

    public void Dispose() => _database.Dispose();

    private static LogGroup GroupOf(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.GetInt64(3));

    private static LogStream StreamOf(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), Long(row, 2), Long(row, 3), Long(row, 4));

    private static Block BlockOf(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));

    private static long? Long(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
