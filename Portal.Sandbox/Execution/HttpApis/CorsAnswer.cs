using Portal.Sandbox.ApiGatewayV2.Apis;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>What an API with a CORS configuration tells browsers of other sites: it answers preflights itself, and what its backends say of it does not count.</summary>
internal static class CorsAnswer
{
    private static readonly string[] Own =
    [
        "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Expose-Headers", "Access-Control-Max-Age",
    ];

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Origin") && request.Headers.ContainsKey("Access-Control-Request-Method");

    public static void WritePreflight(HttpContext context, Cors cors)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (Write(context, cors))
        {
            Put(context, "Access-Control-Allow-Methods", cors.AllowMethods);
            Put(context, "Access-Control-Allow-Headers", cors.AllowHeaders);
            if (cors.MaxAge is { } seconds)
            {
                context.Response.Headers["Access-Control-Max-Age"] = $"{seconds}";
            }
        }
    }

    /// <summary>Over whatever a backend said, when the answer begins.</summary>
    public static void Attach(HttpContext context, Cors cors) => context.Response.OnStarting(() =>
    {
        foreach (var name in Own)
        {
            context.Response.Headers.Remove(name);
        }

        if (Write(context, cors))
        {
            Put(context, "Access-Control-Expose-Headers", cors.ExposeHeaders);
        }

        return Task.CompletedTask;
    });

    private static bool Write(HttpContext context, Cors cors)
    {
        if (context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin || Allowed(cors, origin) is not { } allowed)
        {
            return false;
        }

        context.Response.Headers["Access-Control-Allow-Origin"] = allowed;
        if (allowed is not "*")
        {
            context.Response.Headers.Append("Vary", "Origin");
        }

        if (cors.AllowCredentials is true)
        {
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
        }

        return true;
    }

    private static string? Allowed(Cors cors, string origin) => (cors.AllowOrigins ?? []).Any(one => one is "*")
        ? "*"
        : (cors.AllowOrigins ?? []).Any(one => one.Equals(origin, StringComparison.OrdinalIgnoreCase) || (one is "https://*" or "http://*" && origin.StartsWith(one[..^1], StringComparison.OrdinalIgnoreCase)))
            ? SafeHeaders.Value(origin)
            : null;

    private static void Put(HttpContext context, string name, IReadOnlyList<string>? values)
    {
        if (values is { Count: > 0 })
        {
            context.Response.Headers[name] = SafeHeaders.Value(string.Join(',', values));
        }
    }
}
