using System.Text.Json;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>How an author lays out a document, so that what is added looks like the rest.</summary>
internal sealed record Layout
{
    public required string NewLine { get; init; }

    /// <summary>One step of indentation.</summary>
    public required string Unit { get; init; }

    /// <summary>JSON on one line.</summary>
    public required bool IsOneLine { get; init; }

    /// <summary>A space after commas and colons of one line.</summary>
    public required string Gap { get; init; }

    /// <summary>YAML's lists stand flush with their key.</summary>
    public required bool HasFlushLists { get; init; }

    public static Layout Of(SourceDocument document)
    {
        var (text, tree) = (document.Text, document.Tree);
        var lineBreak = text.AsSpan().IndexOfAny('\r', '\n');
        var isYaml = document.Format is DocumentFormat.Yaml;

        return new Layout
        {
            NewLine = lineBreak < 0 ? "\n" : text.AsSpan(lineBreak).StartsWith("\r\n") ? "\r\n" : text[lineBreak].ToString(),
            Unit = isYaml ? UnitOfYaml(document, tree) ?? "  " : UnitOfJson(text, tree),
            IsOneLine = text.AsSpan(tree.Start, tree.End - tree.Start).IndexOfAny('\r', '\n') < 0,
            Gap = tree.Members is [var first, ..] && first.Value.Start - first.KeyEnd is 1 ? "" : " ",
            HasFlushLists = isYaml && HasFlush(document, tree) is true,
        };
    }

    private static string UnitOfJson(string text, SourceNode tree)
    {
        var start = tree.Members is [var first, ..] ? first.KeyStart : 0;
        var unit = start;

        while (unit > 0 && text[unit - 1] is ' ' or '\t')
        {
            unit--;
        }

        return start > unit && unit > 0 && text[unit - 1] is '\r' or '\n' ? text[unit..start] : "  ";
    }

    private static string? UnitOfYaml(SourceDocument document, SourceNode node)
    {
        foreach (var member in node.Members.Where(member => !member.IsMerged))
        {
            if (member.Value is { Style: NodeStyle.Block, Members: [var first, ..] })
            {
                return new string(' ', Math.Max(1, document.Lines.ColumnOf(first.KeyStart) - document.Lines.ColumnOf(member.KeyStart)));
            }
        }

        return null;
    }

    /// <summary>Null where no list stands by indentation.</summary>
    private static bool? HasFlush(SourceDocument document, SourceNode node)
    {
        foreach (var member in node.Members.Where(member => !member.IsMerged && member.Value.Style is NodeStyle.Block))
        {
            var flush = member.Value is { Kind: JsonValueKind.Array } list
                ? document.Lines.ColumnOf(list.Start) <= document.Lines.ColumnOf(member.KeyStart)
                : HasFlush(document, member.Value);

            if (flush is not null)
            {
                return flush;
            }
        }

        return null;
    }
}
