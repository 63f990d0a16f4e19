using System.Net.Http.Json;
using Portal.Server.Aws;

namespace Portal.Tests.Aws;

/// <summary>One call in five to a sandbox fails, in every way there is: 429, 500, cut before or after its work, never answered although it worked.</summary>
internal static class Storm
{
    /// <summary>How long a run waits in it for an answer, some of which never come.</summary>
    public static AwsSettings Impatience { get; } = new() { ReadTimeout = TimeSpan.FromMilliseconds(400), WriteTimeout = TimeSpan.FromMilliseconds(400) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="sandbox">The sandbox.</param>
    /// <param name="seed">The same calls fail for the same seed.</param>
    public static async Task BeginAsync(HttpClient sandbox, int seed)
    {
        foreach (var (number, kind) in new[] { "429", "500", "timeout-after", "reset-before", "reset-after" }.Index())
        {
            using var answer = await sandbox.PostAsJsonAsync("/_sandbox/faults", new { operation = "*", kind, probability = 0.043, seed = (10 * seed) + number }, Cancelled);
            answer.EnsureSuccessStatusCode();
        }
    }

    public static async Task EndAsync(HttpClient sandbox)
    {
        using var answer = await sandbox.DeleteAsync("/_sandbox/faults", Cancelled);
        answer.EnsureSuccessStatusCode();
    }
}
