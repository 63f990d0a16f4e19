using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Identity;
using Portal.Server.Platform;

namespace Portal.Tests.Platform;

public sealed class PlaceGuardTests : IDisposable
{
    private readonly PortalsOnOneDatabase _on = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>It is as sure of its place as can be: only the database tells.</summary>
    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Nothing_is_written_by_one_whose_place_was_taken_however_it_writes(string how)
    {
        using var lifetime = new PortalLifetime();
        await TakenFromAsync(lifetime);
        Assert.True(_on.Place.IsSure);

        await Assert.ThrowsAsync<OperationCanceledException>(() => WriteAsync(how));

        await using var db = _on.Unguarded();
        Assert.Equal(["before"], await db.Set<Team>().Select(team => team.Name).ToListAsync(Cancelled));
        Assert.True(lifetime.Of.ApplicationStopping.IsCancellationRequested);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Who_has_its_place_writes_however_it_does(string how)
    {
        await AddAsync("before");
        Assert.True(await _on.Another().TryTakeAsync(Cancelled));

        await WriteAsync(how);

        await using var db = _on.Unguarded();
        Assert.NotEqual(["before"], await db.Set<Team>().Select(team => team.Name).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Nobody_takes_the_place_while_something_is_written()
    {
        Assert.True(await _on.Another().TryTakeAsync(Cancelled));
        await using var scope = _on.Last.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
        await using var other = _on.Unguarded(wait: 1);

        await Assert.ThrowsAsync<SqliteException>(() => other.Set<WorkingPortal>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Holder, Guid.NewGuid()), Cancelled));
    }

    [Fact]
    public async Task What_one_whose_place_was_taken_could_not_write_leaves_nothing_locked()
    {
        using var lifetime = new PortalLifetime();
        await TakenFromAsync(lifetime);
        await Assert.ThrowsAsync<OperationCanceledException>(() => WriteAsync("ExecuteUpdate"));
        await Assert.ThrowsAsync<OperationCanceledException>(() => WriteAsync("SaveChanges"));

        await AddAsync("of the other");
    }

    public static TheoryData<string> Writes => ["SaveChanges", "SaveChanges in a transaction", "ExecuteUpdate", "ExecuteDelete", "ExecuteSql"];

    /// <summary>Another has taken the place, and the one in whose place it is was not silent for a moment.</summary>
    private async Task TakenFromAsync(PortalLifetime lifetime)
    {
        await AddAsync("before");
        Assert.True(await _on.Another(lifetime.Of).TryTakeAsync(Cancelled));
        await _on.ThereIsAsync("elsewhere", 4711, PortalsOnOneDatabase.Now);
    }

    private async Task AddAsync(string team)
    {
        await using var db = _on.Unguarded();
        db.Add(new Team { Id = Guid.CreateVersion7(), Name = team });
        await db.SaveChangesAsync(Cancelled);
    }

    /// <summary>By the portal that was made last.</summary>
    private async Task WriteAsync(string how)
    {
        await using var scope = _on.Last.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(new Team { Id = Guid.CreateVersion7(), Name = "after" });

        switch (how)
        {
            case "SaveChanges":
                await db.SaveChangesAsync(Cancelled);
                break;
            case "SaveChanges in a transaction":
                await using (var transaction = await db.Database.BeginTransactionAsync(Cancelled))
                {
                    await db.SaveChangesAsync(Cancelled);
                    await transaction.CommitAsync(Cancelled);
                }

                break;
            case "ExecuteUpdate":
                await db.Set<Team>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Name, "after"), Cancelled);
                break;
            case "ExecuteDelete":
                await db.Set<Team>().ExecuteDeleteAsync(Cancelled);
                break;
            default:
                await db.Database.ExecuteSqlAsync($"""DELETE FROM "Teams" """, Cancelled);
                break;
        }
    }

    public void Dispose() => _on.Dispose();
}
