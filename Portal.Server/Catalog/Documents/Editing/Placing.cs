using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Knows where in a document's text something is written, inserted or removed, in brackets and by indentation.</summary>
internal sealed partial class Placing(SourceDocument document)
{
    private readonly string _text = document.Text;
    private readonly Layout _layout = Layout.Of(document);

    public Slot SlotOf(SourceNode owner, SourceMember member) => owner.Style is NodeStyle.Block
        ? new Slot.AfterKey(_text.IndexOf(':', member.KeyEnd) + 1, Indent(PartOf(owner, member).Start))
        : new Slot.InFlow(!IsMultiLine(owner, member.KeyStart));

    public Slot SlotOf(SourceNode owner, Part item) => owner.Style is NodeStyle.Block
        ? new Slot.AfterDash(item.Start + 1, Indent(item.Start))
        : new Slot.InFlow(!IsMultiLine(owner, item.Start));

    public static Splice Rename(SourceNode owner, SourceMember member, string name) =>
        new(member.KeyStart, member.KeyEnd, owner.Style is NodeStyle.Block ? YamlText.Word(name) : JsonText.Quoted(name));

    /// <summary>A key may be announced by a question mark, which then is where the member begins.</summary>
    public Part PartOf(SourceNode owner, SourceMember member)
    {
        var before = _text.AsSpan(0, member.KeyStart).TrimEnd(' ');

        return new Part(owner.Style is NodeStyle.Block && before is [.., '?'] ? before.Length - 1 : member.KeyStart, Math.Max(member.KeyEnd, member.Value.End));
    }

    /// <summary>A list's items in the text. One by indentation begins with its dash, which may stand some comments before it.</summary>
    public List<Part> PartsOf(SourceNode list)
    {
        var parts = new List<Part>();
        var place = list.Start;

        foreach (var item in list.Items)
        {
            var start = list.Style is NodeStyle.Block ? DashFrom(place) : item.Start;
            place = Math.Max(item.End, start);
            parts.Add(new Part(start, place));
        }

        return parts;
    }

    public Splice Replace(SourceNode node, JsonNode? wanted, Slot slot) => slot switch
    {
        Slot.InFlow flow => new Splice(node.Start, node.End, InFlow(node, wanted, flow)),
        Slot.AfterKey key when !YamlText.IsOneLine(wanted) => new Splice(key.After, node.End, YamlText.Value(wanted, _layout, key.Indent)),
        Slot.AfterDash dash when !YamlText.IsOneLine(wanted) => new Splice(dash.After, node.End, " " + YamlText.Block(wanted, _layout, dash.Indent + "  ")),
        Slot.AfterKey key when HasLines(node) => new Splice(key.After, node.End, " " + YamlText.Word(wanted)),
        Slot.AfterDash dash when HasLines(node) => new Splice(dash.After, node.End, " " + YamlText.Word(wanted)),
        Slot.AfterKey or Slot.AfterDash => new Splice(node.Start, node.End, wanted.AsText is { } text ? YamlText.Like(node.Style, text) : YamlText.Word(wanted)),
        _ => throw new UnreachableException(),
    };

    public Splice InsertMembers(SourceNode node, List<Part> parts, int after, IReadOnlyList<KeyValuePair<string, JsonNode?>> members)
    {
        if (node.Style is NodeStyle.Block)
        {
            var indent = Indent(parts[0].Start);

            return InsertLines(parts[after].End, members.Select(member => indent + YamlText.Member(member.Key, member.Value, _layout, indent)));
        }

        var lineIndent = IsMultiLine(node, parts[0].Start) ? LineIndent(parts[0].Start) : null;
        var gap = lineIndent is null ? _layout.Gap : " ";

        return InsertInFlow(node, parts[after].End, lineIndent, members.Select(member => $"{JsonText.Quoted(member.Key)}:{gap}{JsonText.Of(member.Value, _layout, lineIndent)}"));
    }

    public Splice InsertItems(SourceNode node, List<Part> parts, int after, IReadOnlyList<JsonNode?> items)
    {
        if (node.Style is NodeStyle.Block)
        {
            var indent = Indent(parts[0].Start);

            return InsertLines(parts[after].End, items.Select(item => indent + YamlText.Item(item, _layout, indent)));
        }

        var lineIndent = IsMultiLine(node, parts[0].Start) ? LineIndent(parts[0].Start) : null;

        return InsertInFlow(node, parts[after].End, lineIndent, items.Select(item => JsonText.Of(item, _layout, lineIndent)));
    }

    /// <summary>Removes the parts from first to last with what separates them from their neighbours. Others stay: where all go, the whole node is replaced.</summary>
    public Splice Remove(SourceNode node, List<Part> parts, int first, int last)
    {
        var lineStart = document.Lines.StartOfLine(parts[first].Start);
        var isOnOwnLine = _text.AsSpan(lineStart, parts[first].Start - lineStart).Trim(" \t").IsEmpty;

        if (node.Style is NodeStyle.Block && isOnOwnLine && lineStart > 0)
        {
            var lineBreak = lineStart > 1 && _text[lineStart - 2] is '\r' && _text[lineStart - 1] is '\n' ? 2 : 1;

            return new Splice(lineStart - lineBreak, EndOfLine(parts[last].End), "");
        }

        return last + 1 < parts.Count
            ? new Splice(parts[first].Start, parts[last + 1].Start, "")
            : new Splice(parts[first - 1].End, parts[last].End, "");
    }

    private Splice InsertLines(int place, IEnumerable<string> lines)
    {
        var end = EndOfLine(place);

        return new Splice(end, end, string.Concat(lines.Select(line => _layout.NewLine + line)));
    }

    private Splice InsertInFlow(SourceNode node, int place, string? lineIndent, IEnumerable<string> texts)
    {
        if (node.Style is NodeStyle.BarePair)
        {
            throw new EditRefusedException("An object without braces takes nothing more; edit the document's text.");
        }

        return new Splice(place, place, string.Concat(texts.Select(text => (lineIndent is null ? "," + _layout.Gap : "," + _layout.NewLine + lineIndent) + text)));
    }

    private string InFlow(SourceNode node, JsonNode? wanted, Slot.InFlow flow) => (wanted.AsText, node.Style) switch
    {
        ({ } text, NodeStyle.SingleQuoted) => YamlText.Like(NodeStyle.SingleQuoted, text),
        // Bare words may stay bare where it is beyond doubt.
        ({ } text, NodeStyle.Plain) when document.Format is DocumentFormat.Yaml && BareWords().IsMatch(text) && YamlText.Word(text) == text => text,
        _ => JsonText.Of(wanted, _layout, flow.IsOneLine || _layout.IsOneLine ? null : LineIndent(node.Start)),
    };

    /// <summary>What is written on lines of its own, or not at all, is replaced from its key on.</summary>
    private static bool HasLines(SourceNode node) => node.Style is NodeStyle.Block or NodeStyle.Literal || node.Start == node.End;

    private bool IsMultiLine(SourceNode node, int firstPart) => _text.AsSpan(node.Start, Math.Max(0, firstPart - node.Start)).IndexOfAny('\r', '\n') >= 0;

    private int DashFrom(int place)
    {
        while (_text[place] is not '-')
        {
            place = _text[place] switch
            {
                '#' => EndOfLine(place),
                // The list's own anchor or tag.
                '&' or '!' => place + _text.AsSpan(place).IndexOfAny(" \t\r\n"),
                _ => place + 1,
            };
        }

        return place;
    }

    private int EndOfLine(int place)
    {
        var offset = _text.AsSpan(place).IndexOfAny('\r', '\n');

        return offset < 0 ? _text.Length : place + offset;
    }

    /// <summary>As many spaces as stand before a place, whatever stands there: the key after a dash is indented by the dash.</summary>
    private string Indent(int place)
    {
        var start = document.Lines.StartOfLine(place);

        return new string(' ', place - start - (start is 0 && _text is ['\uFEFF', ..] ? 1 : 0));
    }

    private string LineIndent(int place)
    {
        var line = _text.AsSpan(document.Lines.StartOfLine(place)).TrimStart('\uFEFF');

        return new string(line[..(line.Length - line.TrimStart(" \t").Length)]);
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.-]*( [A-Za-z0-9_.-]+)*\z")]
    private static partial Regex BareWords();
}
