using Microsoft.Data.Sqlite;
using Portal.Server.Gateway;

namespace Portal.Server.Traffic;

/// <summary>Series of facts, written in bulk and in short transactions. Writing a point that is there replaces it, so nothing counts twice however often it is read.</summary>
internal sealed class SeriesStore(SeriesFile file)
{
    /// <summary>Rows of one transaction: it is over in some milliseconds, and others get in between.</summary>
    private const int Batch = 5000;

    public void Write(Resolution resolution, IEnumerable<(SeriesKey Key, IReadOnlyList<MetricPoint> Points)> series)
    {
        using var connection = file.Open();

        foreach (var batch in series.SelectMany(one => one.Points.Select(point => (one.Key, Point: point))).Chunk(Batch))
        {
            using var transaction = connection.BeginTransaction();
            var ids = Ids(connection, batch.Select(row => row.Key).Distinct(), make: true);
            using var put = connection.Prepared(
                "INSERT INTO Points (Series, Period, At, Value) VALUES ($series, $period, $at, $value) ON CONFLICT DO UPDATE SET Value = excluded.Value WHERE Value <> excluded.Value",
                "$series", "$period", "$at", "$value");

            foreach (var (key, point) in batch)
            {
                put.With(ids[key], resolution.Seconds, point.At.ToUnixTimeSeconds(), point.Value).ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>Adds minutes up to longer periods: all those that a span of time touches.</summary>
    public void AddUp(IReadOnlyCollection<SeriesKey> sums, Resolution into, DateTimeOffset from, DateTimeOffset until)
    {
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction();
        using var add = connection.Prepared(
            """
            INSERT INTO Points (Series, Period, At, Value)
            SELECT Series, $into, At - At % $into, SUM(Value) FROM Points WHERE Series = $series AND Period = 60 AND At >= $from AND At < $until GROUP BY At - At % $into
            ON CONFLICT DO UPDATE SET Value = excluded.Value WHERE Value <> excluded.Value
            """,
            "$series", "$into", "$from", "$until");

        foreach (var id in Ids(connection, sums, make: false).Values)
        {
            add.With(id, into.Seconds, into.Begin(from).ToUnixTimeSeconds(), into.End(until.AddSeconds(-1)).ToUnixTimeSeconds()).ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>The points of each series that has any, oldest first; the end is not included.</summary>
    public IReadOnlyDictionary<SeriesKey, IReadOnlyList<MetricPoint>> Read(IEnumerable<SeriesKey> keys, Resolution resolution, DateTimeOffset from, DateTimeOffset until)
    {
        using var connection = file.Open();
        using var read = connection.Prepared(
            "SELECT At, Value FROM Points WHERE Series = $series AND Period = $period AND At >= $from AND At < $until ORDER BY At",
            "$series", "$period", "$from", "$until");

        return Ids(connection, keys, make: false).ToDictionary(
            series => series.Key,
            series => (IReadOnlyList<MetricPoint>)[.. read
                .With(series.Value, resolution.Seconds, from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds())
                .Rows(row => new MetricPoint(row.Time(0), row.GetDouble(1)))]);
    }

    /// <summary>Whether a call of any of these stages, or a connection, was counted.</summary>
    public bool HasCalls(IEnumerable<Guid> stages)
    {
        using var connection = file.Open();
        using var find = connection.Prepared("SELECT EXISTS (SELECT 1 FROM Series JOIN Points ON Series = Id WHERE Stage = $stage AND Name = $name)", "$stage", "$name");

        return stages.Any(stage => new[] { Counted.Calls.Requests, Counted.Messages.Connections! }.Any(counted => find.With(stage.ToString(), counted.ToString()).ExecuteScalar() is 1L));
    }

    /// <summary>Forgets what is older, some at a time. Whether anything is left to forget.</summary>
    public bool Forget(Resolution resolution, DateTimeOffset before)
    {
        using var connection = file.Open();
        using var delete = connection.Prepared(
            "DELETE FROM Points WHERE (Series, Period, At) IN (SELECT p.Series, p.Period, p.At FROM Series s JOIN Points p ON p.Series = s.Id WHERE p.Period = $period AND p.At < $before LIMIT $most)",
            "$period", "$before", "$most");

        return delete.With(resolution.Seconds, before.ToUnixTimeSeconds(), Batch).ExecuteNonQuery() is Batch;
    }

    private static Dictionary<SeriesKey, long> Ids(SqliteConnection connection, IEnumerable<SeriesKey> keys, bool make)
    {
        var ids = new Dictionary<SeriesKey, long>();
        using var find = connection.Prepared("SELECT Id FROM Series WHERE Stage = $stage AND Name = $name", "$stage", "$name");
        using var add = connection.Prepared("INSERT INTO Series (Stage, Name) VALUES ($stage, $name) RETURNING Id", "$stage", "$name");

        foreach (var key in keys)
        {
            var (stage, name) = (key.Stage.ToString(), key.Statistic.ToString());

            if ((find.With(stage, name).ExecuteScalar() ?? (make ? add.With(stage, name).ExecuteScalar() : null)) is long id)
            {
                ids[key] = id;
            }
        }

        return ids;
    }
}
