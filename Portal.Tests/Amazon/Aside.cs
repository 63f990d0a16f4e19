using System.Net;
using Amazon.Runtime;

namespace Portal.Tests.Amazon;

/// <summary>Takes the place of the network: remembers the request and answers `{}`.</summary>
internal sealed class Aside : HttpClientFactory
{
    public Seen Request { get; } = new();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var client = new HttpClient(new Handler(Request));

        if (clientConfig.Timeout is { } timeout)
        {
            client.Timeout = timeout;
        }

        return client;
    }

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    internal sealed class Seen
    {
        public (string Host, string Scope) HostAndScope { get; set; }

        public string? Target { get; set; }

        public string? SessionToken { get; set; }

        public Func<CancellationToken, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;
    }

    private sealed class Handler(Seen seen) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.HostAndScope = (request.RequestUri!.Host, request.Headers.NonValidated["Authorization"].ToString().Split('/')[3]);
            seen.Target = Header("X-Amz-Target");
            seen.SessionToken = Header("X-Amz-Security-Token");

            await seen.BeforeAnswer(cancellationToken);

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}"), RequestMessage = request };

            string? Header(string name) => request.Headers.TryGetValues(name, out var values) ? values.Single() : null;
        }
    }
}
