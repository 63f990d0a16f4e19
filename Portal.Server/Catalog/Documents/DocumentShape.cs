using System.Text.Json;

namespace Portal.Server.Catalog.Documents;

/// <summary>What every later reader relies on: a version that we know, and paths whose items and operations are objects. Everything finer is lint's.</summary>
internal static class DocumentShape
{
    /// <summary>In the order in which tables list them. API Gateway knows no trace.</summary>
    public static readonly IReadOnlyList<string> Methods = ["get", "post", "put", "patch", "delete", "options", "head", "trace", AnyMethod];

    public const string AnyMethod = "x-amazon-apigateway-any-method";

    public static OpenApiVersion Check(SourceNode tree)
    {
        if (tree.Kind is not JsonValueKind.Object)
        {
            throw new UnreadableException(
                tree.Kind is JsonValueKind.Array ? "The document is a list; an OpenAPI document is an object." : "The document is neither a JSON nor a YAML object.", tree.Start, "");
        }

        var version = VersionOf(tree);
        CheckPaths(tree);
        MustBeObject(tree, "info");
        MustBeObject(tree, "components");

        return version;
    }

    private static OpenApiVersion VersionOf(SourceNode tree)
    {
        var member = tree.Members.FirstOrDefault(member => member.Name is "openapi" or "swagger")
            ?? throw new UnreadableException("The document has neither 'openapi' nor 'swagger': it is no OpenAPI document.", tree.Start, "");
        // In YAML an unquoted 2.0 is a number, and is meant.
        var text = member.Value.Kind is JsonValueKind.String or JsonValueKind.Number ? member.Value.Scalar : "";

        return OpenApiVersion.Of(member.Name, text)
            ?? throw new UnreadableException($"This version of OpenAPI ({member.Name}: {(text is "" ? "none" : DocumentReader.Shown(text))}) is not supported; 2.0, 3.0 and 3.1 are.", member.KeyStart, JsonPointer.Of(member.Name));
    }

    private static void CheckPaths(SourceNode tree)
    {
        var paths = tree.Child("paths", out var place);

        if (paths is null or { Kind: JsonValueKind.Null })
        {
            throw new UnreadableException(tree.Child("webhooks", out _) is null ? "The document has no 'paths'." : "The document has webhooks but no 'paths': there is nothing to call.", place, "");
        }

        MustBeObject(tree, "paths");

        foreach (var item in paths.Members.Where(item => item is { IsMergeKey: false, Name: ['/', ..] }))
        {
            // Each part is a level of the tree of resources, as is each object of a document.
            if (item.Name.AsSpan().Count('/') > DocumentReader.MaxDepth)
            {
                throw new UnreadableException($"This path has more than {DocumentReader.MaxDepth} parts.", item.KeyStart, JsonPointer.Of("paths"));
            }

            if (item.Value.Kind is not JsonValueKind.Object)
            {
                throw NoObject(item, JsonPointer.Of("paths", item.Name));
            }

            foreach (var operation in item.Value.Members.Where(operation => Methods.Contains(operation.Name) && operation.Value.Kind is not JsonValueKind.Object))
            {
                throw NoObject(operation, JsonPointer.Of("paths", item.Name, operation.Name));
            }
        }
    }

    private static void MustBeObject(SourceNode tree, string name)
    {
        if (tree.Members.FirstOrDefault(member => member.Name == name && member.Value.Kind is not (JsonValueKind.Object or JsonValueKind.Null)) is { } wrong)
        {
            throw NoObject(wrong, JsonPointer.Of(name));
        }
    }

    private static UnreadableException NoObject(SourceMember member, string pointer) => new($"'{DocumentReader.Shown(member.Name)}' is not an object.", member.KeyStart, pointer);
}
