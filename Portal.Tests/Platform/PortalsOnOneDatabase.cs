using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Server.Platform;

namespace Portal.Tests.Platform;

/// <summary>A database, and portals that want to work on it: one of them may at a time.</summary>
internal sealed class PortalsOnOneDatabase : IDisposable
{
    public static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    public static readonly DatabaseOptions Options = new();

    private readonly List<ServiceProvider> _portals = [];
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("portal-one-").FullName, "portal.db");

    public PortalsOnOneDatabase()
    {
        using var db = Unguarded();
        db.Database.EnsureCreated();
    }

    public FakeTimeProvider Time { get; } = new(Now);

    /// <summary>The portal that was made last.</summary>
    public ServiceProvider Last => _portals[^1];

    /// <summary>How sure that one is.</summary>
    public WorkingPlace Place => Last.GetRequiredService<WorkingPlace>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public OnePortal Another(IHostApplicationLifetime? lifetime = null, int wait = 30)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(Options);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(lifetime ?? new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        services.AddSingleton<WorkingPlace>();
        services.AddSingleton<OnePortal>();
        services.AddSingleton<PlaceGuard>();
        services.AddDbContext<SqlitePortalDb>((portal, db) => db.UseSqlite($"Data Source={_file};Pooling=False;Default Timeout={wait}").AddInterceptors(portal.GetRequiredService<PlaceGuard>()));
        services.AddScoped<PortalDb>(scope => scope.GetRequiredService<SqlitePortalDb>());
        _portals.Add(services.BuildServiceProvider());

        return Last.GetRequiredService<OnePortal>();
    }

    /// <summary>Another is there, whoever was.</summary>
    public async Task ThereIsAsync(string machine, int process, DateTimeOffset seen, DateTimeOffset? started = null)
    {
        await using var db = Unguarded();
        await db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled);
        db.Add(new WorkingPortal { Holder = Guid.NewGuid(), Machine = machine, ProcessId = process, ProcessStartedAt = started ?? Now, Since = seen, SeenAt = seen });
        await db.SaveChangesAsync(Cancelled);
    }

    public async Task InDbAsync(Func<PortalDb, Task<int>> deed)
    {
        await using var db = Unguarded();
        Assert.Equal(1, await deed(db));
    }

    /// <summary>The database as another process has it.</summary>
    public SqlitePortalDb Unguarded(int wait = 30) => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={_file};Pooling=False;Default Timeout={wait}").Options);

    public void Dispose()
    {
        _portals.ForEach(portal => portal.Dispose());
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }
}

internal sealed class PortalLifetime : IDisposable
{
    public ApplicationLifetime Of { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    public void Dispose() => Of.StopApplication();
}
