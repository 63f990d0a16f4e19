using System.Buffers;
using System.Net.Http.Headers;

namespace Portal.Sandbox.Execution;

/// <summary>Headers whose names and values come from callers, backends or definitions: none may begin a header of its own or break the answer.</summary>
internal static class SafeHeaders
{
    private static readonly SearchValues<char> Printable = SearchValues.Create(string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)) + "\t");
    private static readonly SearchValues<char> Token = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly (string Name, string Remapped)[] Copied =
        [.. ((string[])["Date", "Server", "WWW-Authenticate", "Connection", "Authorization", "User-Agent"]).Select(name => (name, $"x-amzn-Remapped-{name}"))];

    private static readonly HashSet<string> Remapped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Length", "Content-MD5", "Date", "Expect", "Host", "Max-Forwards", "Proxy-Authenticate", "Server", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "WWW-Authenticate",
    };

    /// <summary>Without control characters, and with a question mark for what is not ASCII.</summary>
    public static string Value(string value) => value.AsSpan().ContainsAnyExcept(Printable)
        ? string.Concat(value.Where(c => !char.IsControl(c) || c is '\t').Select(c => c > '~' ? '?' : c))
        : value;

    public static bool IsName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Token);

    /// <summary>Sets a header of an answer, unless its name is none.</summary>
    public static void Put(HttpResponse response, string name, string value)
    {
        if (IsName(name))
        {
            response.Headers[name] = Value(value);
        }
    }

    /// <summary>What a backend may not say itself gets another name, as on the service.</summary>
    public static string Name(string name) => Remapped.Contains(name) ? $"x-amzn-Remapped-{name}" : name;

    /// <summary>Renames what YARP has copied.</summary>
    public static void Remap(HttpResponse response, HttpResponseHeaders backend)
    {
        foreach (var (name, remapped) in Copied)
        {
            if (backend.NonValidated.TryGetValues(name, out var values))
            {
                response.Headers.Remove(name);
                response.Headers[remapped] = values.Count is 1 ? Value(values.ToString()) : values.Select(Value).ToArray();
            }
        }
    }
}
