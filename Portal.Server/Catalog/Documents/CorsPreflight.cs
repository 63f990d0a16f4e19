using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// How a path answers a browser's CORS preflight: an OPTIONS operation that API Gateway answers itself, with headers of fixed values, or, of several origins, with the caller's (<see cref="CorsOrigins"/>).
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
/// </summary>
internal sealed record CorsPreflight
{
    private const string Json = "application/json";
    private const string Prefix = "method.response.header.Access-Control-";

    /// <summary>* for all, one origin, or several.</summary>
    public IReadOnlyList<string> AllowOrigins { get; init; } = ["*"];

    public bool HasSeveral => AllowOrigins.Count > 1;

    /// <summary>Empty stands for: the methods that the path has.</summary>
    public IReadOnlyList<string> AllowMethods { get; init; } = [];

    /// <summary>What API Gateway's console offers.</summary>
    public IReadOnlyList<string> AllowHeaders { get; init; } = ["Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key", "X-Amz-Security-Token"];

    /// <summary>For how many seconds a browser may remember the answer: 0 to 86,400; null leaves it to the browser.</summary>
    public int? MaxAge { get; init; } = 600;

    /// <summary>Whether browsers may send cookies and passwords; they take no * then.</summary>
    public bool AllowCredentials { get; init; }

    /// <summary>Null if the operation is no preflight answered by API Gateway itself.</summary>
    public static CorsPreflight? Read(JsonObject options)
    {
        var integration = options.Member(IntegrationJson.Member);
        var (headers, origins) = integration.Member("responses").Members
            .Select(response => (Headers: response.Value.Member("responseParameters"), Origins: OriginsOf(response.Value)))
            .FirstOrDefault(answer => answer.Origins is not null);

        if (origins is null || !"mock".Equals(integration.Text("type"), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return new CorsPreflight
        {
            AllowOrigins = origins,
            AllowMethods = List(Header(headers, "Allow-Methods")),
            AllowHeaders = List(Header(headers, "Allow-Headers")),
            MaxAge = int.TryParse(Header(headers, "Max-Age"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
            AllowCredentials = Header(headers, "Allow-Credentials") is "true",
        };
    }

    /// <param name="version">Decides how a header of a response is declared.</param>
    /// <param name="isOpen">Whether to say that the preflight needs no security: where the document demands one of everybody, a browser's preflight would fail.</param>
    public JsonObject Write(OpenApiVersion version, bool isOpen)
    {
        var values = new JsonObject();
        var headers = new JsonObject();

        foreach (var (name, value) in Headers())
        {
            if (value is not null)
            {
                values[Prefix + name] = $"'{value}'";
            }

            headers["Access-Control-" + name] = version.IsSwagger ? new JsonObject { ["type"] = "string" } : new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        }

        var json = new JsonObject
        {
            ["summary"] = "CORS preflight",
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "What a browser may send", ["headers"] = headers } },
        };

        if (isOpen)
        {
            json["security"] = new JsonArray();
        }

        var answer = new JsonObject { ["statusCode"] = "204", ["responseParameters"] = values };

        if (HasSeveral)
        {
            answer["responseTemplates"] = new JsonObject { [Json] = CorsOrigins.Write(AllowOrigins) };
        }

        json[IntegrationJson.Member] = new JsonObject
        {
            ["type"] = "mock",
            ["requestTemplates"] = new JsonObject { [Json] = """{"statusCode": 204}""" },
            ["passthroughBehavior"] = "when_no_match",
            ["responses"] = new JsonObject { ["default"] = answer },
        };

        return json;
    }

    /// <summary>Writes the methods anew into an operation that is a preflight, and leaves the rest of it as it is.</summary>
    public static void WriteMethods(JsonObject options, IEnumerable<string> methods)
    {
        foreach (var response in options.Member(IntegrationJson.Member).Member("responses").Members)
        {
            if (response.Value.Member("responseParameters") is { } parameters && parameters.ContainsKey(Prefix + "Allow-Methods"))
            {
                parameters[Prefix + "Allow-Methods"] = $"'{string.Join(',', methods)}'";
            }
        }
    }

    /// <summary>What is fixed; null is for a template to say.</summary>
    private IEnumerable<(string Name, string? Value)> Headers()
    {
        yield return ("Allow-Origin", HasSeveral ? null : AllowOrigins[0]);
        yield return ("Allow-Methods", string.Join(',', AllowMethods));

        if (AllowHeaders.Count > 0)
        {
            yield return ("Allow-Headers", string.Join(',', AllowHeaders));
        }

        if (AllowCredentials)
        {
            yield return ("Allow-Credentials", "true");
        }

        if (MaxAge is { } seconds)
        {
            yield return ("Max-Age", seconds.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Null where the answer names no origin, or says more.</summary>
    private static IReadOnlyList<string>? OriginsOf(JsonNode? answer) => Header(answer.Member("responseParameters"), "Allow-Origin") is { } one ? [one]
        : CorsOrigins.Read(answer.Member("responseTemplates").Text(Json)) is (var several, "") ? several
        : null;

    /// <summary>A fixed value stands in quotes of its own: "'*'".</summary>
    private static string? Header(JsonObject? parameters, string name) => parameters.Members
        .FirstOrDefault(parameter => parameter.Key.Equals(Prefix + name, StringComparison.OrdinalIgnoreCase)).Value.AsText?.Trim('\'');

    private static string[] List(string? value) => value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
