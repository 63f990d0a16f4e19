namespace Portal.Sandbox;

/// <summary>
/// The options that say what stands around deployed stages: <c>--lambda ARN=URL</c> and <c>--jwks ISSUER=FILE-OR-URL</c>, as often as needed.
/// </summary>
internal static class Surroundings
{
    public static bool TryRead(string[] args, SandboxOptions options, out SandboxOptions read, out string fault)
    {
        read = options;
        fault = "";
        Dictionary<string, Uri> lambdas = [];
        Dictionary<string, string> keys = [];
        foreach (var (name, value) in Pairs(args))
        {
            // An issuer may hold an equals sign, as may a URL's query: an ARN holds none.
            var at = name is "jwks" ? Divider(value) : value.IndexOf('=', StringComparison.Ordinal);
            switch (name)
            {
                case "lambda" when at > 0 && value.StartsWith("arn:", StringComparison.Ordinal) && Uri.TryCreate(value[(at + 1)..], UriKind.Absolute, out var url) && url.Scheme is "http" or "https":
                    lambdas[value[..at]] = url;
                    break;
                case "jwks" when at > 0:
                    keys[value[..at]] = value[(at + 1)..];
                    break;
                default:
                    fault = name switch
                    {
                        "lambda" => $"--lambda takes ARN=URL, such as arn:aws:lambda:eu-central-1:123456789012:function:hello=http://127.0.0.1:9000/; it was {value}.",
                        _ => $"--jwks takes ISSUER=FILE-OR-URL; it was {value}.",
                    };
                    return false;
            }
        }

        read = options with { Lambdas = lambdas, TokenKeys = keys };
        return true;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            foreach (var name in (string[])["lambda", "jwks"])
            {
                if (args[i] == $"--{name}")
                {
                    yield return (name, i + 1 < args.Length ? args[++i] : "");
                    break;
                }

                if (args[i].StartsWith($"--{name}=", StringComparison.Ordinal))
                {
                    yield return (name, args[i][(name.Length + 3)..]);
                    break;
                }
            }
        }
    }

    // Before the next URL, else at the last sign.
    private static int Divider(string value)
    {
        var url = value.IndexOf("=http", StringComparison.Ordinal);
        return url > 0 ? url : value.LastIndexOf('=');
    }
}
