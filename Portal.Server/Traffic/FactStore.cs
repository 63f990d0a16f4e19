using Microsoft.Data.Sqlite;

namespace Portal.Server.Traffic;

/// <summary>
/// What access logs say of callers, by the minute and by the hour. A minute is always written whole and replaces what was there, so nothing counts twice however often it is
/// read. The log group is part of what names a row: a stage that changes its group in the middle of a minute loses neither half.
/// </summary>
internal sealed class FactStore(SeriesFile file)
{
    private const int Batch = 1000;

    private const string Put = """
        INSERT OR REPLACE INTO Facts (Caller, Period, At, Requests, ClientErrors, ServerErrors, LatencySum, Latencies)
        VALUES ($caller, $period, $at, $requests, $clientErrors, $serverErrors, $latencySum, $latencies)
        """;

    private const string Columns = "Requests, ClientErrors, ServerErrors, LatencySum, Latencies";

    /// <summary>Writes whole minutes of a group, and adds up the hours that they touch.</summary>
    public void Write(string group, IReadOnlyDictionary<(Caller Caller, DateTimeOffset Minute), CallFacts> facts)
    {
        foreach (var batch in facts.OrderBy(row => row.Key.Minute).Chunk(Batch))
        {
            using var connection = file.Open();
            using var transaction = connection.BeginTransaction();
            var ids = Ids(connection, group, batch.Select(row => row.Key.Caller).Distinct());
            using var put = connection.Prepared(Put, "$caller", "$period", "$at", "$requests", "$clientErrors", "$serverErrors", "$latencySum", "$latencies");

            foreach (var (key, value) in batch)
            {
                Write(put, ids[key.Caller], Resolution.Minute, key.Minute, value);
            }

            foreach (var (caller, hour) in batch.Select(row => (ids[row.Key.Caller], Resolution.Hour.Begin(row.Key.Minute))).Distinct())
            {
                Write(put, caller, Resolution.Hour, hour, Sum(connection, caller, hour));
            }

            transaction.Commit();
        }
    }

    /// <summary>What each key called of a stage; the end is not included.</summary>
    public IReadOnlyDictionary<string, CallFacts> Read(Guid stage, Resolution resolution, DateTimeOffset from, DateTimeOffset until)
    {
        using var connection = file.Open();
        using var read = connection.Prepared(
            $"SELECT Key, {Columns} FROM Callers JOIN Facts ON Caller = Id WHERE Stage = $stage AND Period = $period AND At >= $from AND At < $until",
            "$stage", "$period", "$from", "$until");
        var sums = new Dictionary<string, CallFacts>();

        foreach (var (key, facts) in read.With(stage.ToString(), resolution.Seconds, from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds()).Rows(row => (row.GetString(0), FactsAt(row, 1))))
        {
            if (!sums.TryAdd(key, facts))
            {
                sums[key].Add(facts);
            }
        }

        return sums;
    }

    /// <summary>Forgets what is older, some at a time. Whether anything is left to forget.</summary>
    public bool Forget(Resolution resolution, DateTimeOffset before)
    {
        using var connection = file.Open();
        using var delete = connection.Prepared(
            "DELETE FROM Facts WHERE (Caller, Period, At) IN (SELECT f.Caller, f.Period, f.At FROM Callers c JOIN Facts f ON f.Caller = c.Id WHERE f.Period = $period AND f.At < $before LIMIT $most)",
            "$period", "$before", "$most");

        return delete.With(resolution.Seconds, before.ToUnixTimeSeconds(), Batch).ExecuteNonQuery() is Batch;
    }

    private static CallFacts Sum(SqliteConnection connection, long caller, DateTimeOffset hour)
    {
        using var minutes = connection.Prepared($"SELECT {Columns} FROM Facts WHERE Caller = $caller AND Period = 60 AND At >= $from AND At < $until", "$caller", "$from", "$until");
        var sum = new CallFacts();

        foreach (var facts in minutes.With(caller, hour.ToUnixTimeSeconds(), (hour + Resolution.Hour.Period).ToUnixTimeSeconds()).Rows(row => FactsAt(row, 0)))
        {
            sum.Add(facts);
        }

        return sum;
    }

    private static void Write(SqliteCommand put, long caller, Resolution resolution, DateTimeOffset at, CallFacts facts) => put
        .With(caller, resolution.Seconds, at.ToUnixTimeSeconds(), facts.Requests, facts.ClientErrors, facts.ServerErrors, facts.LatencySum, facts.Latencies.ToBytes())
        .ExecuteNonQuery();

    private static CallFacts FactsAt(SqliteDataReader row, int place) =>
        CallFacts.Of(row.GetInt64(place), row.GetInt64(place + 1), row.GetInt64(place + 2), row.GetInt64(place + 3), row.GetFieldValue<byte[]>(place + 4));

    private static Dictionary<Caller, long> Ids(SqliteConnection connection, string group, IEnumerable<Caller> callers)
    {
        using var find = connection.Prepared("SELECT Id FROM Callers WHERE Stage = $stage AND Key = $key AND LogGroup = $group", "$stage", "$key", "$group");
        using var add = connection.Prepared("INSERT INTO Callers (Stage, Key, LogGroup) VALUES ($stage, $key, $group) RETURNING Id", "$stage", "$key", "$group");

        return callers.ToDictionary(caller => caller, caller =>
        {
            var (stage, key) = (caller.Stage.ToString(), caller.Key ?? "");

            return (long)(find.With(stage, key, group).ExecuteScalar() ?? add.With(stage, key, group).ExecuteScalar()!);
        });
    }
}
