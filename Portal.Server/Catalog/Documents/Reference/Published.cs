using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>What of a document developers get to see: the operations that are deployed, by names that can stand in addresses.</summary>
internal static class Published
{
    public const int LongestVersion = 100;

    private const int LongestSlug = 100;

    /// <summary>In the document's order. Not what is left out, not the answers to a browser's preflight, and not what API Gateway has no word for.</summary>
    public static IReadOnlyList<PublishedOperation> OperationsOf(JsonObject root, OpenApiVersion version)
    {
        var keys = ApiKeySchemes.In(root, version);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        return
        [
            .. from operation in Operation.AllOf(root)
               where !operation.Json.Flag(Route.LeaveOutMember) && operation.Name.Method is not "TRACE" && !IsPreflight(operation)
               select new PublishedOperation(operation, Free(SlugOf(operation), taken), GroupOf(operation), Security.Of(operation.Json, root).Any(keys.Contains)),
        ];
    }

    public static string VersionOf(SourceDocument document)
    {
        var version = document.Root.Member("info").Node("version")?.ToString() ?? "";

        return version.Length <= LongestVersion ? version : version[..(LongestVersion - 1)] + "…";
    }

    private static bool IsPreflight(Operation operation) => operation.Name.Method is "OPTIONS" && CorsPreflight.Read(operation.Json) is not null;

    /// <summary>An operation that has several tags stands under its first.</summary>
    private static string? GroupOf(Operation operation) => operation.Json.Items("tags").Select(tag => tag.AsText).FirstOrDefault(tag => !string.IsNullOrWhiteSpace(tag));

    /// <summary>Its id, else its method and path: "get-pets-petId".</summary>
    private static string SlugOf(Operation operation)
    {
        var text = new StringBuilder();

        foreach (var letter in operation.Json.Text("operationId") is { Length: > 0 } id ? id : $"{operation.Name.Method.ToLowerInvariant()}{operation.Name.Path}")
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '_')
            {
                text.Append(letter);
            }
            else if (text is { Length: > 0 } && text[^1] is not '-')
            {
                text.Append('-');
            }
        }

        var slug = text.ToString(0, Math.Min(text.Length, LongestSlug)).Trim('-');

        return slug is "" ? "operation" : slug;
    }

    private static string Free(string slug, HashSet<string> taken)
    {
        var free = slug;

        for (var number = 2; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        }

        return free;
    }
}

/// <param name="Operation">As it is written.</param>
/// <param name="Slug">Its name in addresses, unique in the document.</param>
/// <param name="Tag">Null where it has none.</param>
/// <param name="KeyRequired">Whether it asks for an API key.</param>
internal sealed record PublishedOperation(Operation Operation, string Slug, string? Tag, bool KeyRequired)
{
    /// <summary>The name of its route, where it is one of a WebSocket API: nobody calls it by a method and a path.</summary>
    public string? SocketKey { get; init; }
}
