using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Aws;

/// <summary>
/// The keys of method settings. AWS keeps a key as it was sent: "~1pets/GET", or "pets/GET" from somebody who did not escape the path. The portal says "GET /pets" for either.
/// https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html
/// </summary>
internal static class MethodSettingKeys
{
    /// <summary>As specs say it.</summary>
    public static string Said(string key)
    {
        if (key is StageSettingsSpec.AllMethods)
        {
            return key;
        }

        var end = key.LastIndexOf('/');
        var (path, verb) = end < 0 ? (key, "ANY") : (key[..end], key[(end + 1)..]);
        path = PointerName.Unescaped(path);

        return $"{verb} {(path.StartsWith('/') ? path : $"/{path}")}";
    }

    /// <summary>As the portal sends it where AWS has none for the method yet.</summary>
    public static string Sent(string said)
    {
        if (said is StageSettingsSpec.AllMethods)
        {
            return said;
        }

        var space = said.IndexOf(' ', StringComparison.Ordinal);

        return $"{PointerName.Escaped(said[(space + 1)..])}/{said[..space]}";
    }
}
