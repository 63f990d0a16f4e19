using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Execution.Lambdas;

/// <summary>
/// Calls functions: what stands for an ARN is a URL that takes the event by POST and answers with the result, as Lambda's own runtime emulator does. A function that
/// throws says so in the header <c>X-Amz-Function-Error</c>, or by <c>errorMessage</c> with <c>errorType</c>.
/// </summary>
internal sealed partial class LambdaCalls(IReadOnlyDictionary<string, Uri> urls) : IDisposable
{
    private const int LargestAnswer = 10 * 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(15), ActivityHeadersPropagator = null })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public void Dispose() => _http.Dispose();

    /// <summary>The function in an integration's or authorizer's URI; null if there is none.</summary>
    public static string? FunctionOf(string? uri) => uri is not null && Invocation().Match(uri) is { Success: true } match ? match.Groups["arn"].Value : null;

    public async Task<LambdaAnswer> InvokeAsync(string arn, byte[] payload, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (Find(arn) is not { } url)
        {
            return new LambdaAnswer.Unknown();
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            using ByteArrayContent content = new(payload);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(url, content, timeout.Token);
            var result = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            if (response.Headers.Contains("X-Amz-Function-Error") || Error(result) is not null)
            {
                return new LambdaAnswer.Threw(result, Error(result) ?? "");
            }

            return response.IsSuccessStatusCode ? new LambdaAnswer.Returned(result) : new LambdaAnswer.Unreachable($"It answered {(int)response.StatusCode}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LambdaAnswer.TimedOut();
        }
        catch (HttpRequestException exception)
        {
            return new LambdaAnswer.Unreachable(exception.Message);
        }
    }

    /// <summary>The URL of this version or alias, else of the function.</summary>
    private Uri? Find(string arn)
    {
        if (urls.TryGetValue(arn, out var exact))
        {
            return exact;
        }

        // arn:aws:lambda:region:account:function:name[:qualifier]
        return arn.Split(':') is [.. var parts, _] and { Length: 8 } && urls.TryGetValue(string.Join(':', parts), out var plain) ? plain : null;
    }

    private static string? Error(byte[] result)
    {
        try
        {
            using var document = JsonDocument.Parse(result);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("errorMessage", out var message) && message.ValueKind is JsonValueKind.String
                && (root.TryGetProperty("errorType", out _) || root.TryGetProperty("stackTrace", out _) || root.TryGetProperty("trace", out _))
                ? message.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\Aarn:aws[\w-]*:apigateway:[^:]+:lambda:path/[\d-]+/functions/(?<arn>arn:[^/]+)/invocations\z")]
    private static partial Regex Invocation();
}
