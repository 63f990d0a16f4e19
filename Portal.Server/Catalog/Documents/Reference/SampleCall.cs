using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>A call of an operation with all that it cannot do without, before it is written in a language.</summary>
internal sealed record SampleCall
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    /// <summary>JSON as it is sent; null where none is.</summary>
    public required string? Json { get; init; }

    /// <param name="operation">What is called.</param>
    /// <param name="keyRequired">Whether it asks for an API key.</param>
    /// <param name="values">Of the parameters that are required.</param>
    /// <param name="baseUrl">Null while it runs nowhere.</param>
    public static SampleCall Of(OperationView operation, bool keyRequired, IReadOnlyDictionary<string, string> values, string? baseUrl)
    {
        var required = operation.Parameters.Where(parameter => parameter.Required).ToList();
        var json = operation.Body?.Content.FirstOrDefault(content => BodyReader.IsJson(content.MediaType));
        var path = required.Where(parameter => parameter.In is "path").Aggregate(operation.Link.Path, (path, parameter) => path
            .Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(values[parameter.Name]), StringComparison.Ordinal)
            .Replace($"{{{parameter.Name}+}}", Uri.EscapeDataString(values[parameter.Name]), StringComparison.Ordinal));
        var query = required.Where(parameter => parameter.In is "query").Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(values[parameter.Name])}").ToList();

        return new SampleCall
        {
            Method = operation.Link.Method is "ANY" ? "GET" : operation.Link.Method,
            Url = $"{baseUrl ?? "https://address-of-the-api"}{path}{(query is [] ? "" : $"?{string.Join('&', query)}")}",
            Headers =
            [
                .. keyRequired ? [("x-api-key", "YOUR_API_KEY")] : Array.Empty<(string, string)>(),
                .. operation.Needs is [var need, ..] && need.Contains("bearer token", StringComparison.Ordinal) ? [("authorization", "Bearer YOUR_TOKEN")] : Array.Empty<(string, string)>(),
                .. required.Where(parameter => parameter.In is "header" && !(keyRequired && IsKey(parameter.Name))).Select(parameter => (parameter.Name.ToLowerInvariant(), values[parameter.Name])),
                .. json is null ? Array.Empty<(string, string)>() : [("content-type", json.MediaType is "*/*" ? "application/json" : json.MediaType)],
            ],
            Json = json?.Examples is [var example, ..] ? example.Text : null,
        };
    }

    private static bool IsKey(string header) => header.Equals("x-api-key", StringComparison.OrdinalIgnoreCase);
}
