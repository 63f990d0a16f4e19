using System.Text;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// An OpenAPI document as its author wrote it: the text is the truth and is never rewritten as a whole; the tree is for reading, and knows where each node stands in the text.
/// Made by <see cref="Read(string)"/> only, so whoever holds one holds a document that could be read: its paths, path items and operations are objects, its references lead somewhere.
/// </summary>
internal sealed class SourceDocument
{
    /// <summary>API Gateway takes documents of up to 6 MB: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html</summary>
    public const int MaxBytes = 6 * 1024 * 1024;

    public required string Text { get; init; }

    public required DocumentFormat Format { get; init; }

    public required OpenApiVersion Version { get; init; }

    /// <summary>The document as JSON nodes, YAML's scalars typed by its core schema, aliases and merge keys expanded. For reading only.</summary>
    public required JsonObject Root { get; init; }

    /// <summary>The same tree with the places of its nodes in the text.</summary>
    internal required SourceNode Tree { get; init; }

    internal required LineMap Lines { get; init; }

    /// <summary>Reads a text, which may begin with a byte order mark. Whether it is JSON or YAML is seen from the text.</summary>
    public static ReadOutcome Read(string text) => DocumentReader.Read(text);

    /// <summary>Reads an uploaded or fetched file: UTF-8, or UTF-16 with a byte order mark.</summary>
    public static ReadOutcome Read(ReadOnlySpan<byte> file)
    {
        // UTF-16 takes up to twice the room of what UTF-8 writes in one byte.
        if (file.Length > 2 * MaxBytes)
        {
            return DocumentReader.TooLarge();
        }

        Encoding encoding = file switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };

        try
        {
            return Read(encoding.GetString(file));
        }
        catch (DecoderFallbackException)
        {
            return new ReadOutcome.Unreadable("The file is not text in UTF-8.", null, null, null);
        }
    }

    /// <summary>The line, from 1, of the node at a JSON pointer, or of its nearest ancestor that has one.</summary>
    public int? LineOf(string pointer)
    {
        if (JsonPointer.Parse(pointer) is not { } names)
        {
            return null;
        }

        var place = Tree.Start;
        var node = Tree;

        foreach (var name in names)
        {
            if (node.Child(name, out var childPlace) is not { } child)
            {
                break;
            }

            (node, place) = (child, childPlace);
        }

        return Lines.LineOf(place);
    }
}
