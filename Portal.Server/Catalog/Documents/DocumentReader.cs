using System.Text;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>Makes a document of a text, or says why it cannot: what the text is, then what every later reader relies on.</summary>
internal static class DocumentReader
{
    /// <summary>A document of the largest size that a person wrote has a quarter of that.</summary>
    public const int MaxNodes = 1_000_000;

    public const int MaxDepth = 200;

    public static ReadOutcome Read(string text)
    {
        if (text.Length > SourceDocument.MaxBytes || Encoding.UTF8.GetByteCount(text) > SourceDocument.MaxBytes)
        {
            return TooLarge();
        }

        try
        {
            var format = FormatOf(text);
            var tree = format is DocumentFormat.Json ? new JsonTreeReader(text).Read() : new YamlTreeReader(text).Read();
            var version = DocumentShape.Check(tree);
            var root = (JsonObject)tree.ToJson()!;
            new References(root, version).Check(tree);

            return new ReadOutcome.Read(new SourceDocument { Text = text, Format = format, Version = version, Root = root, Tree = tree, Lines = new LineMap(text) });
        }
        catch (UnreadableException unreadable)
        {
            var lines = new LineMap(text);

            return unreadable.Place is { } place
                ? new ReadOutcome.Unreadable(unreadable.Message, lines.LineOf(place), lines.ColumnOf(place), unreadable.Pointer)
                : new ReadOutcome.Unreadable(unreadable.Message, null, null, unreadable.Pointer);
        }
    }

    public static ReadOutcome.Unreadable TooLarge() => new("The document is larger than 6 MB, which is more than API Gateway takes.", null, null, null);

    /// <summary>What begins like JSON is held to JSON's grammar, so that a missing comma is shown where it is missing. The rest is YAML, also in braces: {openapi: 3.0.1}.</summary>
    private static DocumentFormat FormatOf(string text)
    {
        var nul = text.IndexOf('\0', StringComparison.Ordinal);

        if (nul >= 0)
        {
            throw new UnreadableException("A NUL stands here: the file is not text.", nul);
        }

        var half = HalfSurrogate(text);

        if (half >= 0)
        {
            throw new UnreadableException("Half of a surrogate pair stands here: the text is not Unicode.", half);
        }

        var letters = text.AsSpan().TrimStart('\uFEFF').TrimStart();

        if (letters.IsEmpty)
        {
            throw new UnreadableException("The document is empty.", null);
        }

        return letters[0] is '[' || (letters[0] is '{' && letters[1..].TrimStart() is [] or ['"' or '}', ..]) ? DocumentFormat.Json : DocumentFormat.Yaml;
    }

    internal static int HalfSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var offset = text[i..].IndexOfAnyInRange('\uD800', '\uDFFF');

            if (offset < 0)
            {
                return -1;
            }

            i += offset;

            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    internal static UnreadableException TooDeep(int place) => new($"More than {MaxDepth} levels are nested in one another here.", place);

    internal static UnreadableException TooMany(int place) => new($"The document has more than {MaxNodes:N0} values.", place);

    internal static UnreadableException Twice(string name, int place) => new($"'{Shown(name)}' stands twice in one object.", place);

    /// <summary>A name from the text, short enough for a sentence.</summary>
    internal static string Shown(string name) => name.Length <= 80 ? name : name[..79] + "…";
}
