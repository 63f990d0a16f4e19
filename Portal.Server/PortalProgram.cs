using Portal.Server.Audit;
using Portal.Server.Aws;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Identity;
using Portal.Server.Keys;
using Portal.Server.Metrics;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Server.Stages;
using Portal.Server.Sync;
using Portal.Server.Traffic;

namespace Portal.Server;

/// <summary>Opens the doors: it composes the rooms, and decides nothing itself.</summary>
public sealed class PortalProgram
{
    private PortalProgram()
    {
    }

    public static async Task<int> Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // A verb before the options would be read as one of them, and so would a file whose path begins with a slash.
            Args = args switch
            {
                [TokenCommand.Name, .. var options] => options,
                [VerifyCommand.Name, _, .. var options] => options,
                _ => args,
            },
            ContentRootPath = AppContext.BaseDirectory,
        });

        if (args is [VerifyCommand.Name, .. var given])
        {
            return await VerifyCommand.RunAsync(given, builder.Configuration, CancellationToken.None);
        }

        // Out of the build folder, outside of Development too; a published portal has its own wwwroot and is left as it is.
        builder.WebHost.UseStaticWebAssets();

        builder.AddPlatform();
        builder.AddDatabase();
        builder.AddMail();
        builder.Services.AddAudit();
        builder.Services.AddPortalIdentity(builder.Configuration);
        builder.Services.AddPortalConnections();
        builder.Services.AddTraffic(builder.Configuration);
        builder.Services.AddPortalCatalog();
        builder.Services.AddPortalStages();
        builder.Services.AddPortalPlans();
        builder.Services.AddPortalKeys();
        builder.Services.AddPortalMetrics();
        builder.Services.AddSync(builder.Configuration);
        builder.Services.AddAws(builder.Configuration);
        builder.Services.AddPages();
        builder.Services.AddOpenApi("v1", ApiDocument.Describe);
        builder.Services.AddHostedService<Start>();

        if (args is [TokenCommand.Name, ..])
        {
            return await RunTokenAsync(builder);
        }

        await using var app = builder.Build();

        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseCatalogCompression();
        app.UseAuthentication();
        app.UseApiGate();
        app.UseBodyLimit();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapOpenApi();
        app.MapReferencePage();

        var api = app.MapGroup("/api/v1");
        api.MapPlatform();
        api.MapMail();
        api.MapAudit();
        api.MapIdentity();
        api.MapConnections();
        api.MapCatalog();
        api.MapStages();
        api.MapPlans();
        api.MapKeys();
        api.MapMetrics();
        api.MapSync();
        app.MapPages();

        await app.RunAsync();

        return 0;
    }

    private static async Task<int> RunTokenAsync(WebApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);

        return await TokenCommand.RunAsync(app.Services, app.Configuration, CancellationToken.None);
    }

    /// <summary>What must be ready before the first request is answered: hosted services start before the server listens.</summary>
    private sealed class Start(IServiceProvider services, Migrator migrator, OnePortal one, SandboxHost sandbox, IConfiguration configuration) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await migrator.MigrateAsync(cancellationToken);
            await one.TakeAsync(cancellationToken);
            await services.PrepareIdentityAsync(configuration, cancellationToken);
            await sandbox.StartAsync(cancellationToken);
        }

        public async Task StopAsync(CancellationToken cancellationToken) => await sandbox.DisposeAsync();
    }
}
