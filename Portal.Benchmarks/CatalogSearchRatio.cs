using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>
/// The same search, against its queries prepared on the bare driver in the same run: what the portal adds to the database. Computing time is compared, not time on the clock:
/// on a machine that does something else as well, a search over HTTP waits for its turn many times and a query once. What the portal computes at rest is no part of a search.
/// </summary>
internal sealed class CatalogSearchRatio : Benchmark
{
    private const int Warm = CrowdedPortal.Warm;
    private const int Rounds = 1000;

    private const string Where = "FROM Apis WHERE Name LIKE $pattern ESCAPE '\\' OR Description LIKE $pattern ESCAPE '\\'";

    public override string Name => "catalog-search-ratio";

    public override string What => "The computing time of that search against that of its queries prepared on the bare driver: at most 3 times";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var crowded = await CrowdedPortal.StartAsync(cancellationToken);
        await using var database = crowded.Open(SqliteOpenMode.ReadOnly);
        await using var rows = Prepared(database, $"SELECT Id, Name, Description, TeamId, Protocol, Status, LatestRevision, UpdatedAt, (SELECT Operations FROM ApiRevisions r WHERE r.ApiId = Apis.Id AND r.Number = LatestRevision), (SELECT t.Name FROM Teams t WHERE t.Id = TeamId) {Where} ORDER BY Name, Id LIMIT 25");
        await using var count = Prepared(database, $"SELECT COUNT(*) {Where}");

        for (var round = 0; round < Warm; round++)
        {
            await crowded.SearchAsync(round, cancellationToken);
            Bare(rows, count, CrowdedPortal.Search(round));
        }

        var rest = await AtRestAsync(crowded.Portal, cancellationToken);
        var (before, start) = (crowded.Portal.Computed, Stopwatch.GetTimestamp());

        for (var round = Warm; round < Warm + Rounds; round++)
        {
            await crowded.SearchAsync(round, cancellationToken);
        }

        var portal = crowded.Portal.Computed - before - (rest * Stopwatch.GetElapsedTime(start));
        before = Environment.CpuUsage.TotalTime;

        for (var round = Warm; round < Warm + Rounds; round++)
        {
            Bare(rows, count, CrowdedPortal.Search(round));
        }

        var bare = Environment.CpuUsage.TotalTime - before;
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Name}: {(portal / Rounds).TotalMilliseconds:0.00} ms of the portal, {(bare / Rounds).TotalMilliseconds:0.00} ms of the bare driver"));

        return new Result(Name, 3, portal / bare, "x");
    }

    /// <summary>How much of a processor it takes while nobody asks: the sealer, the collector and the sandbox look for work every second.</summary>
    private static async Task<double> AtRestAsync(RunningPortal portal, CancellationToken cancellationToken)
    {
        var (before, start) = (portal.Computed, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);

        return (portal.Computed - before) / Stopwatch.GetElapsedTime(start);
    }

    private static SqliteCommand Prepared(SqliteConnection database, string sql)
    {
        var command = database.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$pattern", SqliteType.Text);
        command.Prepare();

        return command;
    }

    private static void Bare(SqliteCommand rows, SqliteCommand count, string search)
    {
        rows.Parameters[0].Value = count.Parameters[0].Value = $"%{search}%";
        var read = 0;

        using (var reader = rows.ExecuteReader())
        {
            var values = new object[reader.FieldCount];

            while (reader.Read())
            {
                reader.GetValues(values);
                read++;
            }
        }

        // As the portal does: a page that is not full needs no count.
        if (read is 25)
        {
            count.ExecuteScalar();
        }
    }
}
