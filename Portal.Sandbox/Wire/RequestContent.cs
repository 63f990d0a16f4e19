using System.IO.Compression;

namespace Portal.Sandbox.Wire;

/// <summary>The body of a call, as it was sent (and signed) and unpacked: SDKs pack PutMetricData when it is large.</summary>
internal static class RequestContent
{
    public static async Task<(byte[] Sent, byte[] Content)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength is 0)
        {
            return ([], []);
        }

        using MemoryStream content = new((int)Math.Min(request.ContentLength ?? 0, SandboxServer.LargestBody));
        await request.Body.CopyToAsync(content, context.RequestAborted);
        var sent = content.ToArray();
        return (sent, request.Headers.ContentEncoding == "gzip" ? Unpacked(content) : sent);
    }

    private static byte[] Unpacked(MemoryStream packed)
    {
        packed.Position = 0;
        using GZipStream gzip = new(packed, CompressionMode.Decompress);
        using MemoryStream content = new();
        var buffer = new byte[81_920];
        try
        {
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > SandboxServer.LargestBody)
                {
                    throw new BadHttpRequestException("The body is too large once unpacked.", StatusCodes.Status413PayloadTooLarge);
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new BadHttpRequestException("The body is not gzip.");
        }

        return content.ToArray();
    }
}
