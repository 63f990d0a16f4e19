namespace Portal.Sandbox.ApiGateway.Models;

/// <summary>A JSON Schema (draft 4) by name. References to other models are URLs, as AWS stores them.</summary>
internal sealed record Model
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Schema { get; init; }

    public required string ContentType { get; init; }

    public static string UrlOf(string apiId, string name) => $"https://apigateway.amazonaws.com/restapis/{apiId}/models/{name}";

    /// <summary>The two models that AWS puts into an API made by CreateRestApi.</summary>
    public static IEnumerable<Model> Defaults() =>
    [
        new()
        {
            Id = Ids.Short(),
            Name = "Empty",
            Description = "This is a default empty schema model",
            ContentType = "application/json",
            Schema = """
                {
                  "$schema": "http://json-schema.org/draft-04/schema#",
                  "title" : "Empty Schema",
                  "type" : "object"
                }
                """,
        },
        new()
        {
            Id = Ids.Short(),
            Name = "Error",
            Description = "This is a default error schema model",
            ContentType = "application/json",
            Schema = """
                {
                  "$schema" : "http://json-schema.org/draft-04/schema#",
                  "title" : "Error Schema",
                  "type" : "object",
                  "properties" : {
                    "message" : { "type" : "string" }
                  }
                }
                """,
        },
    ];
}
