using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Server.Platform;

internal static class DatabaseModule
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        var folder = new DataFolder(builder.Configuration);

        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(options);
        // Before all others, so that it ends after them.
        builder.Services.AddHostedService(services => services.GetRequiredService<OnePortal>());
        builder.Services.AddDataProtection()
            .SetApplicationName("Portal")
            .PersistKeysToFileSystem(Directory.CreateDirectory(folder.File("keys")));

        builder.Services.AddRounds<OnePortal>();
        builder.Services.AddSingleton<WorkingPlace>();
        builder.Services.AddSingleton<PlaceGuard>();

        if (options.Provider is DatabaseProvider.SqlServer)
        {
            AddSqlServer(builder.Services, options.ConnectionString);
        }
        else
        {
            AddSqlite(builder.Services, options.ConnectionString ?? $"Data Source={folder.File("portal.db")}");
        }
    }

    private static void AddSqlite(IServiceCollection services, string connectionString)
    {
        services.AddDbContext<SqlitePortalDb>((services, db) => Quiet(db, services).UseSqlite(connectionString));
        services.AddScoped<PortalDb>(scope => scope.GetRequiredService<SqlitePortalDb>());
    }

    private static void AddSqlServer(IServiceCollection services, string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new InvalidOperationException("Database:Provider is SqlServer, so Database:ConnectionString must say which server.");
        }

        services.AddDbContext<SqlServerPortalDb>((services, db) => Quiet(db, services).UseSqlServer(connectionString, server => server.EnableRetryOnFailure()));
        services.AddScoped<PortalDb>(scope => scope.GetRequiredService<SqlServerPortalDb>());
    }

    // A failed save is answered by whoever saved, or logged once as an unexpected error; EF need not say it too.
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder db, IServiceProvider services) => db.AddInterceptors(services.GetRequiredService<PlaceGuard>()).ConfigureWarnings(warnings => warnings
        .Ignore(CoreEventId.SaveChangesFailed, CoreEventId.OptimisticConcurrencyException, RelationalEventId.TransactionError)
        .Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
}
