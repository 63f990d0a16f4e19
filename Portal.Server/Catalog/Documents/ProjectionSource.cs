using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>The tree that is projected: the document itself, or what of OpenAPI 2.0 says the same in 3.0.</summary>
internal sealed class ProjectionSource
{
    /// <summary>Where OpenAPI 2.0 has what 3.0 has among its components.</summary>
    private static readonly (string Upgraded, string Swagger)[] Moved =
    [
        ("/components/schemas/", "/definitions/"),
        ("/components/securitySchemes/", "/securityDefinitions/"),
        ("/components/parameters/", "/parameters/"),
        ("/components/responses/", "/responses/"),
    ];

    private readonly bool _isSwagger;

    public ProjectionSource(SourceDocument document)
    {
        _isSwagger = document.Version.IsSwagger;
        Is31 = document.Version.Dialect is OpenApiDialect.OpenApi31;
        Root = _isSwagger ? ProjectionSwagger.Upgrade(document.Root) : document.Root;
    }

    /// <summary>In the form of OpenAPI 3.</summary>
    public JsonObject Root { get; }

    /// <summary>Whether keywords beside a $ref count, which they do from 3.1 on.</summary>
    public bool Is31 { get; }

    public JsonObject? Component(string kind, string name) => Root.Member("components").Member(kind).Member(name);

    /// <summary>The place in the author's document of a place in <see cref="Root"/>.</summary>
    public string PlaceOf(string pointer)
    {
        if (!_isSwagger)
        {
            return pointer;
        }

        foreach (var (upgraded, swagger) in Moved)
        {
            if (pointer.StartsWith(upgraded, StringComparison.Ordinal))
            {
                pointer = swagger + pointer[upgraded.Length..];
            }
        }

        // A body is a parameter there, and an answer's content a schema of its own.
        return Cut(Cut(pointer, "/requestBody"), "/content");
    }

    private static string Cut(string pointer, string from) =>
        pointer.StartsWith("/paths/", StringComparison.Ordinal) && pointer.IndexOf(from, StringComparison.Ordinal) is var at and > 0 ? pointer[..at] : pointer;
}
