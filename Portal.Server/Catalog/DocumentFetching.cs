namespace Portal.Server.Catalog;

internal static class DocumentFetching
{
    public static void AddDocumentFetching(this IServiceCollection services)
    {
        services.AddOptions<CatalogOptions>()
            .BindConfiguration(CatalogOptions.Section)
            .Validate(
                options => options.AllowedHosts.All(host => Uri.CheckHostName(host) is not UriHostNameType.Unknown || host.Split(':') is [var name, var port] && Uri.CheckHostName(name) is not UriHostNameType.Unknown && ushort.TryParse(port, out _)),
                "Catalog:AllowedHosts names hosts without https:// and path: git.example.com or git.example.com:8443.")
            .ValidateOnStart();
        services.AddSingleton<DocumentFetcher>();
    }
}
