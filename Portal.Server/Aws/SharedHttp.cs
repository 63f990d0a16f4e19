using Amazon.Runtime;

namespace Portal.Server.Aws;

/// <summary>One pool of HTTP connections for all clients; each keeps its own time-out.</summary>
internal sealed class SharedHttp(IHttpClientFactory clients) : HttpClientFactory
{
    private const string Name = "Aws";

    public static IHttpClientBuilder Add(IServiceCollection services) => services
        .AddSingleton<SharedHttp>()
        .AddHttpClient(Name)
        .RemoveAllLoggers()
        .AddHttpMessageHandler(() => new WholeAnswers())
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // AWS's addresses change.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseCookies = false,
        });

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var client = clients.CreateClient(Name);
        client.Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan;

        return client;
    }
}
