using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Tests.Platform;

public sealed class DatabaseTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var sqlite = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=none").Options);
        using var sqlServer = SqlServer();

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
    }

    [Fact]
    public void No_migration_of_SQLite_builds_a_table_anew()
    {
        using var db = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=none").Options);

        // A table is built anew outside of a transaction, with foreign keys off: killed in the middle, the database would be of no version.
        Assert.DoesNotContain("PRAGMA foreign_keys", db.GetService<IMigrator>().GenerateScript(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_SQL_Server_script_is_well_formed()
    {
        using var db = SqlServer();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
        Assert.Contains("CREATE TABLE [Apis]", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sqlite_writes_ahead()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        var modes = await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(Cancelled);

        Assert.Equal(["wal"], modes);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using var own = new PortalFixture();
        await using var scope = own.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Tomorrow', '99.0')", Cancelled);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => own.Services.GetRequiredService<Migrator>().MigrateAsync(Cancelled));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_to_save_a_row_is_told()
    {
        await using var one = portal.Services.CreateAsyncScope();
        await using var other = portal.Services.CreateAsyncScope();
        var mine = one.ServiceProvider.GetRequiredService<PortalDb>();
        var theirs = other.ServiceProvider.GetRequiredService<PortalDb>();
        var person = await portal.PersonAsync(Role.Publisher);

        var first = await mine.Set<Team>().SingleAsync(team => team.Id == person.Team, Cancelled);
        var second = await theirs.Set<Team>().SingleAsync(team => team.Id == person.Team, Cancelled);
        (first.Name, second.Name) = ("One", "Other");
        await mine.SaveChangesAsync(Cancelled);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => theirs.SaveChangesAsync(Cancelled));
    }

    private static SqlServerPortalDb SqlServer() => new(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=none").Options);
}
