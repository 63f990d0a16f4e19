using System.Text;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Calls what is below the address of a stage, and nothing else: it follows no redirect and keeps no cookie.</summary>
internal sealed class StageCaller(IHttpClientFactory clients, TimeProvider clock)
{
    public const string Client = "stages.try";

    private const int Shown = 1024 * 1024;

    /// <summary>API Gateway itself gives up after 29 seconds unless AWS raises that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<Answer<TryAnswer>> CallAsync(Uri stage, TryStage request, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(stage.ToString().TrimEnd('/') + request.Path + Query(request.Query), UriKind.Absolute, out var url) || !IsBelow(stage, url))
        {
            return Refusals.LeadsElsewhere;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var client = clients.CreateClient(Client);
        using var message = Message(url, request);
        var started = clock.GetTimestamp();

        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var (body, isCut) = await BodyAsync(answer, both.Token);

            return AnswerOf(answer, body, isCut, url, clock.GetElapsedTime(started));
        }
        catch (HttpRequestException failed)
        {
            return Refusals.NoAnswer($"{url.GetLeftPart(UriPartial.Authority)}: {failed.Message}");
        }
        catch (IOException cut)
        {
            return Refusals.NoAnswer($"The answer ended before its end: {cut.Message}");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Refusals.NoAnswer($"No answer came within {Patience.TotalSeconds} seconds.");
        }
    }

    /// <summary>Seen on the address as it will be called, with its dots resolved.</summary>
    private static bool IsBelow(Uri stage, Uri url) =>
        Uri.Compare(stage, url, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) is 0
        && url.AbsolutePath.StartsWith(stage.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>With its question mark; empty where there is none.</summary>
    internal static string Query(IReadOnlyList<NamedValue> query) => query is []
        ? ""
        : "?" + string.Join('&', query.Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value)}"));

    private static HttpRequestMessage Message(Uri url, TryStage request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), url);

        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var header in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Name, header.Value))
            {
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        return message;
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> BodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[Shown + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);

        return (buffer.AsMemory(0, Math.Min(read, Shown)), read > Shown);
    }

    private static TryAnswer AnswerOf(HttpResponseMessage answer, ReadOnlyMemory<byte> body, bool isCut, Uri url, TimeSpan took)
    {
        var text = TextOrNull(body.Span, isCut);

        return new TryAnswer
        {
            Status = (int)answer.StatusCode,
            Headers = [.. answer.Headers.Concat(answer.Content.Headers).SelectMany(header => header.Value.Select(value => new NamedValue(header.Key, value)))],
            Body = text ?? Convert.ToBase64String(body.Span),
            IsBase64 = text is null,
            IsCut = isCut,
            Milliseconds = took.TotalMilliseconds,
            Url = url.GetLeftPart(UriPartial.Path),
        };
    }

    private static string? TextOrNull(ReadOnlySpan<byte> body, bool isCut)
    {
        try
        {
            return Utf8.GetString(isCut ? WholeLetters(body) : body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A cut may go through a letter of several bytes: what is left of it is at most its first three.</summary>
    private static ReadOnlySpan<byte> WholeLetters(ReadOnlySpan<byte> body)
    {
        var end = body.Length;

        while (end > 0 && body.Length - end < 3 && (body[end - 1] & 0xC0) is 0x80)
        {
            end--;
        }

        return end > 0 && body[end - 1] >= 0xC0 ? body[..(end - 1)] : body;
    }
}
