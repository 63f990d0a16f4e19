using System.Net;
using Portal.Shared;
using Portal.Shared.Stages;
using Portal.Tests.Connections;

namespace Portal.Tests.Stages;

/// <summary>Names of one's own in the sandbox's account, by the HTTP door, and calls of them.</summary>
internal static class Naming
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<string> PathAsync(Person person) => Things.Of(await Pipeline.SandboxAsync(person), "domain-names");

    public static async Task<DomainNameView> ReadAsync(Person person, string path, string name) => (await person.Http.GetAsync<Page<DomainNameView>>(path)).Items.Single(domain => domain.Name == name);

    /// <summary>Under the name, as DNS would have it.</summary>
    /// <param name="sandbox">Where it answers.</param>
    /// <param name="name">The name.</param>
    /// <param name="path">As in "/pets".</param>
    /// <param name="version">The header X-Version; null for none.</param>
    public static async Task<HttpStatusCode> CallAsync(Uri sandbox, string name, string path, string? version = null)
    {
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox, path));
        message.Headers.Host = name;

        if (version is not null)
        {
            message.Headers.Add("x-version", version);
        }

        using var answer = await http.SendAsync(message, Cancelled);

        return answer.StatusCode;
    }
}
