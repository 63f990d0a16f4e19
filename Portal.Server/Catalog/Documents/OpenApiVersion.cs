namespace Portal.Server.Catalog.Documents;

/// <summary>The version that a document says it is written in, as it says it: "3.0.2".</summary>
internal sealed record OpenApiVersion(OpenApiDialect Dialect, string Text)
{
    public bool IsSwagger => Dialect is OpenApiDialect.Swagger2;

    /// <summary>Null if the portal does not know this version.</summary>
    public static OpenApiVersion? Of(string member, string text) => (member, text.Split('.')) switch
    {
        ("swagger", ["2", "0"]) => new(OpenApiDialect.Swagger2, text),
        ("openapi", ["3", "0"] or ["3", "0", _]) => new(OpenApiDialect.OpenApi30, text),
        ("openapi", ["3", "1"] or ["3", "1", _]) => new(OpenApiDialect.OpenApi31, text),
        _ => null,
    };
}

internal enum OpenApiDialect
{
    Swagger2,
    OpenApi30,
    OpenApi31,
}
