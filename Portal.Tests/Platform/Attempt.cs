using System.Text;

namespace Portal.Tests.Platform;

/// <summary>One request as it goes over the wire, well formed or not.</summary>
internal sealed record Attempt(string Method, string Path)
{
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public static byte[] Text(string body) => Encoding.UTF8.GetBytes(body);

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Path);

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return message;
    }

    public override string ToString()
    {
        var body = Body is null ? "" : Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 200)));

        return $"{Method} {(Path.Length > 200 ? Path[..200] : Path)} {body}";
    }
}
