namespace Portal.Server.Traffic;

/// <summary>How far everything was read, when, and what stood in the way; kept beside the facts, so that it survives with them.</summary>
internal sealed class ReadingBook(SeriesFile file)
{
    private const int SecondsOfHour = 3600;

    /// <summary>How far each of these stages was read, and when; those that never were are missing.</summary>
    public IReadOnlyDictionary<Guid, Mark> Marks(IEnumerable<Guid> stages, Resolution resolution)
    {
        using var connection = file.Open();
        using var find = connection.Prepared("SELECT ReadUntil, ReadAt FROM Marks WHERE Stage = $stage AND Period = $period", "$stage", "$period");

        return stages
            .SelectMany(stage => find.With(stage.ToString(), resolution.Seconds).Rows(row => (stage, Mark: new Mark(row.Time(0), row.Time(1)))))
            .ToDictionary(found => found.stage, found => found.Mark);
    }

    public void Mark(IEnumerable<Guid> stages, Resolution resolution, Mark mark)
    {
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction();
        using var put = connection.Prepared("INSERT OR REPLACE INTO Marks (Stage, Period, ReadUntil, ReadAt) VALUES ($stage, $period, $until, $at)", "$stage", "$period", "$until", "$at");

        foreach (var stage in stages)
        {
            put.With(stage.ToString(), resolution.Seconds, mark.Until.ToUnixTimeSeconds(), mark.At.ToUnixTimeSeconds()).ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>How far a log group was read; null where it never was.</summary>
    public DateTimeOffset? MarkOfLog(string group)
    {
        using var connection = file.Open();
        using var find = connection.Prepared("SELECT ReadUntil FROM LogMarks WHERE LogGroup = $group", "$group");

        return find.With(group).Rows(row => (DateTimeOffset?)row.Time(0)).FirstOrDefault();
    }

    public void MarkLog(string group, DateTimeOffset until)
    {
        using var connection = file.Open();
        using var put = connection.Prepared("INSERT OR REPLACE INTO LogMarks (LogGroup, ReadUntil) VALUES ($group, $until)", "$group", "$until");
        put.With(group, until.ToUnixTimeSeconds()).ExecuteNonQuery();
    }

    /// <summary>Forgets what was read of stages and of their log group since a moment: the next reading begins there.</summary>
    public void ReadAgain(IReadOnlyCollection<Guid> stages, string? group, DateTimeOffset since)
    {
        foreach (var resolution in Resolution.All)
        {
            var marks = Marks(stages, resolution);
            var begin = resolution.Begin(since);
            Mark(stages.Where(stage => marks.GetValueOrDefault(stage) is not { } mark || mark.Until > begin), resolution, new Mark(begin, begin));
        }

        if (group is not null && (MarkOfLog(group) is not { } read || read > since))
        {
            MarkLog(group, Resolution.Minute.Begin(since));
        }
    }

    /// <summary>Counts queries, by the hour in which they were sent: AWS charges for each.</summary>
    public void Count(Guid connection, DateTimeOffset now, int queries)
    {
        using var db = file.Open();
        using var add = db.Prepared("INSERT INTO Asked (Connection, Hour, Queries) VALUES ($connection, $hour, $queries) ON CONFLICT DO UPDATE SET Queries = Queries + excluded.Queries", "$connection", "$hour", "$queries");
        add.With(connection.ToString(), Hour(now), queries).ExecuteNonQuery();
    }

    public void Succeeded(Guid connection, ReadingKind kind, DateTimeOffset now)
    {
        using var db = file.Open();
        using var put = db.Prepared(
            "INSERT INTO Readings (Connection, Kind, ReadAt) VALUES ($connection, $kind, $now) ON CONFLICT DO UPDATE SET ReadAt = excluded.ReadAt, FailedAt = NULL, Why = NULL",
            "$connection", "$kind", "$now");
        put.With(connection.ToString(), kind.ToString(), now.ToUnixTimeSeconds()).ExecuteNonQuery();
    }

    /// <param name="connection">Where it was tried.</param>
    /// <param name="kind">What was to be read.</param>
    /// <param name="now">When.</param>
    /// <param name="why">A sentence.</param>
    public void Failed(Guid connection, ReadingKind kind, DateTimeOffset now, string why)
    {
        using var db = file.Open();
        using var put = db.Prepared(
            "INSERT INTO Readings (Connection, Kind, FailedAt, Why) VALUES ($connection, $kind, $now, $why) ON CONFLICT DO UPDATE SET FailedAt = excluded.FailedAt, Why = excluded.Why",
            "$connection", "$kind", "$now", "$why");
        put.With(connection.ToString(), kind.ToString(), now.ToUnixTimeSeconds(), why).ExecuteNonQuery();
    }

    /// <summary>How the reading of a connection stands; one that was never tried has nothing to say.</summary>
    public Reading Of(Guid connection, ReadingKind kind)
    {
        using var db = file.Open();
        using var find = db.Prepared("SELECT ReadAt, FailedAt, Why FROM Readings WHERE Connection = $connection AND Kind = $kind", "$connection", "$kind");

        return find.With(connection.ToString(), kind.ToString()).Rows(row => new Reading { ReadAt = row.TimeOrNull(0), FailedAt = row.TimeOrNull(1), Why = row.IsDBNull(2) ? null : row.GetString(2) }).FirstOrDefault() ?? new Reading();
    }

    /// <summary>How many queries were sent in the whole hour before this one.</summary>
    public long QueriesOfLastHour(Guid connection, DateTimeOffset now)
    {
        using var db = file.Open();
        using var asked = db.Prepared("SELECT Queries FROM Asked WHERE Connection = $connection AND Hour = $hour", "$connection", "$hour");

        return asked.With(connection.ToString(), Hour(now) - 1).ExecuteScalar() as long? ?? 0;
    }

    private static long Hour(DateTimeOffset now) => now.ToUnixTimeSeconds() / SecondsOfHour;
}

/// <param name="Until">What was before that moment was read.</param>
/// <param name="At">When that was.</param>
internal sealed record Mark(DateTimeOffset Until, DateTimeOffset At);

internal enum ReadingKind
{
    Metrics,

    AccessLogs,
}

/// <summary>How reading from a connection stands.</summary>
internal sealed record Reading
{
    /// <summary>The last time when all was read; null before the first.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The last time when it was tried in vain; null where it went well since.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Why it was in vain, in a sentence.</summary>
    public string? Why { get; init; }
}
