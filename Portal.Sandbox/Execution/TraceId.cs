using System.Globalization;

namespace Portal.Sandbox.Execution;

/// <summary>What ties a call to those that it causes. Nobody records traces here; the header goes its way all the same.</summary>
internal static class TraceId
{
    public const string Header = "X-Amzn-Trace-Id";

    private const string Hex = "0123456789abcdef";

    /// <summary>The caller's, or a new one.</summary>
    public static string Of(HttpRequest request, DateTimeOffset time) => request.Headers[Header] is [{ Length: > 0 } sent, ..]
        ? SafeHeaders.Value(sent)
        : string.Create(CultureInfo.InvariantCulture, $"Root=1-{time.ToUnixTimeSeconds():x8}-{Random.Shared.GetString(Hex, 24)}");

    /// <summary>What it is in <c>$context.xrayTraceId</c>.</summary>
    public static string Root(string header) =>
        header.Split(';').Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("Root=", StringComparison.Ordinal)) is { } root ? root["Root=".Length..] : header;
}
