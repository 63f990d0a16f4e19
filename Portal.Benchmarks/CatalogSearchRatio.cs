using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>The same search, against its queries prepared on the bare driver in the same run: what the portal adds to the database.</summary>
internal sealed class CatalogSearchRatio : Benchmark
{
    private const int Warm = 50;
    private const int Rounds = 200;

    private const string Where = "FROM Apis WHERE Name LIKE $pattern ESCAPE '\\' OR Description LIKE $pattern ESCAPE '\\'";

    public override string Name => "catalog-search-ratio";

    public override string What => "The median of that search against the median of its queries prepared on the bare driver: at most 3 times";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var crowded = await CrowdedPortal.StartAsync(cancellationToken);
        await using var database = crowded.Open(SqliteOpenMode.ReadOnly);
        await using var rows = Prepared(database, $"SELECT Id, Name, Description, TeamId, Protocol, Status, LatestRevision, UpdatedAt, (SELECT Operations FROM ApiRevisions r WHERE r.ApiId = Apis.Id AND r.Number = LatestRevision), (SELECT t.Name FROM Teams t WHERE t.Id = TeamId) {Where} ORDER BY Name, Id LIMIT 25");
        await using var count = Prepared(database, $"SELECT COUNT(*) {Where}");
        var (portal, bare) = (new List<double>(), new List<double>());

        for (var round = 0; round < Warm + Rounds; round++)
        {
            // In turn, so that both meet the same machine.
            portal.Add(await crowded.SearchAsync(round, cancellationToken));
            bare.Add(Bare(rows, count, CrowdedPortal.Search(round)));
        }

        return new Result(Name, 3, Median(portal) / Median(bare), "x");
    }

    private static SqliteCommand Prepared(SqliteConnection database, string sql)
    {
        var command = database.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$pattern", SqliteType.Text);
        command.Prepare();

        return command;
    }

    private static double Bare(SqliteCommand rows, SqliteCommand count, string search)
    {
        var watch = Stopwatch.StartNew();
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

        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Skip(Warm).Order().ElementAt(Rounds / 2);
}
