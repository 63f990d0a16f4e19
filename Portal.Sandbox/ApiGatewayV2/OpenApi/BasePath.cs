using System.Text.Json;
using Portal.Sandbox.ApiGateway.OpenApi;

namespace Portal.Sandbox.ApiGatewayV2.OpenApi;

/// <summary>The path of the first server, of which an import makes nothing (<c>ignore</c>), all (<c>prepend</c>) or all but its first part (<c>split</c>).</summary>
internal static class BasePath
{
    public static string Of(JsonElement root, string handling)
    {
        var server = root.Member("servers").Items().FirstOrDefault();
        var url = server.Member("variables").Members().Aggregate(
            server.Member("url").Text() ?? "",
            (text, variable) => text.Replace($"{{{variable.Name}}}", variable.Value.Member("default").Scalar()?.TrimStart('/') ?? "", StringComparison.Ordinal));
        var path = (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? Uri.UnescapeDataString(absolute.AbsolutePath) : url).Trim('/');
        if (handling is "ignore" || path is "")
        {
            return "";
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return handling is "prepend" ? $"/{path}" : slash < 0 ? "" : path[slash..];
    }
}
