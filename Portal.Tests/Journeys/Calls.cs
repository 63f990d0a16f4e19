using System.Net;

namespace Portal.Tests.Journeys;

/// <summary>Calls deployed stages, as any client does.</summary>
internal static class Calls
{
    private static readonly HttpClient Caller = new();

    public static async Task<HttpStatusCode> GetAsync(string url, string? key = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.Add("x-api-key", key is null ? [] : [key]);
        using var answer = await Caller.SendAsync(message, TestContext.Current.CancellationToken);

        return answer.StatusCode;
    }
}
