using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;

namespace Portal.Tests.Sync;

/// <summary>A portal whose sandbox exports what its stages serve and tells what is documented: where it says that it does not know these operations, the working definition stands in, which in these tests is what is served.</summary>
public sealed class ImportingPortal : PortalFixture
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Export(builder);
    }

    public static void Export(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        var inner = services.Last(service => service.ServiceType == typeof(IAccountReader)).ImplementationType!;
        services.AddSingleton<IAccountReader>(provider => new Exporting((IAccountReader)ActivatorUtilities.CreateInstance(provider, inner)));
    });

    private sealed class Exporting(IAccountReader inner) : IAccountReader
    {
        public Task<FoundAccount> ListAsync(Guid connection, ImportSelection? only, CancellationToken cancellationToken) => inner.ListAsync(connection, only, cancellationToken);

        public Task<FoundAccount> HeadsAsync(Guid connection, bool apisAlone, CancellationToken cancellationToken) => inner.HeadsAsync(connection, apisAlone, cancellationToken);

        public Task<IReadOnlyList<FoundApi>> WithStagesAsync(Guid connection, IReadOnlyList<FoundApi> apis, CancellationToken cancellationToken) => inner.WithStagesAsync(connection, apis, cancellationToken);

        public async Task<FoundDefinition> ReadApiAsync(Guid connection, FoundApi api, string portalId, CancellationToken cancellationToken)
        {
            var found = await inner.ReadApiAsync(connection, api, portalId, cancellationToken);

            return found with
            {
                Notes = [.. found.Notes.Where(note => !note.Contains("UnknownOperation", StringComparison.Ordinal))],
                Deployments = found.Deployments.ToDictionary(
                    pair => pair.Key,
                    pair => pair.Value is FoundDeployment.NotKnown { Why: var why } && why.Contains("UnknownOperation", StringComparison.Ordinal) ? new FoundDeployment.Exported(OpenApiBody.Of((RestApiSpec)found.Definition)) : pair.Value),
            };
        }
    }
}
