using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>A portal whose database holds 10,000 APIs and 1,000,000 API keys, put there by SQL because nobody could wait for the doors.</summary>
internal sealed class CrowdedPortal : IAsyncDisposable
{
    public const int Apis = 10_000;
    public const int Keys = 1_000_000;

    /// <summary>Searches before the measured ones: .NET compiles what is used often a second time, and a server that stands has that behind it.</summary>
    public const int Warm = 2_000;

    private const string NewId = "(SELECT upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21, 12)) FROM (SELECT hex(randomblob(16)) AS h, i))";

    private static readonly string[] Words = ["orders", "billing", "customer", "shipping", "weather", "payment", "search", "profile", "catalog", "invoice"];

    private CrowdedPortal(RunningPortal portal) => Portal = portal;

    public RunningPortal Portal { get; }

    public static async Task<CrowdedPortal> StartAsync(CancellationToken cancellationToken)
    {
        var crowded = new CrowdedPortal(await RunningPortal.StartAsync(cancellationToken));
        var teams = await crowded.Portal.GetAsync("/api/v1/teams", cancellationToken);
        var team = teams.GetProperty("items")[0].GetProperty("id").GetGuid();

        await using var database = crowded.Open(SqliteOpenMode.ReadWrite);
        await RunAsync(database, "PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 60000;", cancellationToken);

        var word = $"CASE i % {Words.Length} {string.Concat(Words.Select((text, index) => $"WHEN {index} THEN '{text}' "))}END";
        await FillAsync(database, "Apis", Apis, new()
        {
            ["Id"] = NewId,
            ["TeamId"] = $"'{team.ToString().ToUpperInvariant()}'",
            ["Name"] = $"{word} || ' API ' || i",
            ["AwsName"] = "'api-' || i",
            ["Description"] = $"'Reads and writes ' || {word} || ' number ' || i || ' for the shops of this country.'",
            ["Protocol"] = "'Rest'",
            ["EndpointType"] = "'Regional'",
            ["Status"] = "'Draft'",
            ["LatestRevision"] = "1",
            ["UpdatedAt"] = "638000000000000000 + i",
        }, cancellationToken);
        await RunAsync(database, $"INSERT INTO ApiRevisions {await ColumnsAsync(database, "ApiRevisions", new() { ["Id"] = NewId, ["ApiId"] = "Id", ["Number"] = "1", ["Operations"] = "7" }, cancellationToken)} FROM (SELECT Id, rowid AS i FROM Apis)", cancellationToken);
        await FillAsync(database, "ApiKeys", Keys, new() { ["Id"] = NewId, ["SubscriptionId"] = NewId, ["State"] = "'Active'", ["Digest"] = "hex(randomblob(32))", ["LastFour"] = "'abcd'", ["CreatedAt"] = "638000000000000000 + i" }, cancellationToken);
        await RunAsync(database, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);

        return crowded;
    }

    /// <summary>A person's search, another each time.</summary>
    public static string Search(int number) => $"{Words[number % Words.Length]} API {(number * 37 % Apis).ToString(CultureInfo.InvariantCulture)}"[..^(number % 3)];

    public async Task<double> SearchAsync(int number, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await Portal.GetAsync($"/api/v1/apis?search={Uri.EscapeDataString(Search(number))}&take=25", cancellationToken);

        return watch.Elapsed.TotalMilliseconds;
    }

    public SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Portal.Folder, "portal.db"), Mode = mode, Pooling = false }.ToString());
        connection.Open();

        return connection;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static async Task FillAsync(SqliteConnection database, string table, int count, Dictionary<string, string> said, CancellationToken cancellationToken) =>
        await RunAsync(database, $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) INSERT INTO {table} {await ColumnsAsync(database, table, said, cancellationToken)} FROM n", cancellationToken);

    /// <summary>Every column that must have a value gets one: what was said, else nothing of its type.</summary>
    private static async Task<string> ColumnsAsync(SqliteConnection database, string table, Dictionary<string, string> said, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandText = $"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<(string Name, string Value)>();

        while (await reader.ReadAsync(cancellationToken))
        {
            var name = reader.GetString(0);

            if (said.TryGetValue(name, out var value) || reader.GetInt32(2) is 1)
            {
                columns.Add((name, value ?? (reader.GetString(1) is "TEXT" ? "''" : "0")));
            }
        }

        return $"({string.Join(", ", columns.Select(column => column.Name))}) SELECT {string.Join(", ", columns.Select(column => column.Value))}";
    }

    private static async Task RunAsync(SqliteConnection database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
