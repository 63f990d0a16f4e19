using System.Text;
using Portal.Shared.Stages;

namespace Portal.Server.Keys;

/// <summary>A backend that tells what it was sent tells the key too: it is shown to nobody, its owner included.</summary>
internal static class HiddenKey
{
    public static TryAnswer Without(this TryAnswer answer, string value) => answer with
    {
        Headers = [.. answer.Headers.Select(header => header with { Value = Without(header.Value, value) })],
        Body = Without(answer.Body, answer.IsBase64, value),
    };

    public static SocketTalk Without(this SocketTalk talk, string value) => talk with
    {
        Received = [.. talk.Received.Select(message => message with { Text = Without(message.Text, message.IsBase64, value) })],
        Closed = talk.Closed is { } closed ? Without(closed, value) : null,
    };

    private static string Without(string text, bool isBase64, string value) => isBase64
        ? Convert.ToBase64String(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Convert.FromBase64String(text)).Replace(value, $"...{value[^4..]}", StringComparison.Ordinal)))
        : Without(text, value);

    private static string Without(string text, string value) => text.Replace(value, $"…{value[^4..]}", StringComparison.Ordinal);
}
