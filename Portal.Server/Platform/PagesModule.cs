using MudBlazor.Services;
using Portal.Client.Shell;

namespace Portal.Server.Platform;

/// <summary>The door for people: the pages of Portal.Client, static or on a circuit as each says, and pages for what went wrong.</summary>
internal static class PagesModule
{
    /// <summary>What a person may type into one field at once, a mapping template for instance; the usual 32 kB would end the circuit. Documents come as streams and are not held to it.</summary>
    private const int LargestMessage = 512 * 1024;

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // A circuit that lost its browser costs as much as one that is looked at (1 MB with a table).
            circuits.DisconnectedCircuitMaxRetained = 50;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
    }

    /// <summary>People get a page, programs a problem.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        // Nearer to the endpoint, so it answers first, and the page above finds nothing left to do.
        app.UseWhen(IsForPrograms, branch => branch.UseStatusCodePages());
    }

    /// <summary>Pages for visitors travel small. They hold no secret that repeats from answer to answer: a form's token is another each time.</summary>
    public static void UseCatalogCompression(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/catalog", StringComparison.OrdinalIgnoreCase), branch => branch.UseResponseCompression());

    public static void MapPages(this WebApplication app) => app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
