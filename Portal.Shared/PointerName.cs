namespace Portal.Shared;

/// <summary>A name as it stands in a JSON pointer (RFC 6901): "~1pets" for "/pets".</summary>
public static class PointerName
{
    public static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescaped(string name) => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
