using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>
/// Writes a YAML document as JSON, event by event. Aliases are written out within a budget, so that a few lines cannot become gigabytes,
/// and nesting is bounded, so that no stack overflows.
/// </summary>
internal sealed partial class YamlToJson(Utf8JsonWriter writer)
{
    private const int MostEvents = 1_000_000;
    private const int Deepest = 200;

    private readonly Dictionary<AnchorName, List<ParsingEvent>> _anchors = [];
    private int _written;

    public static void Write(string yaml, Utf8JsonWriter writer)
    {
        Parser parser = new(new StringReader(yaml));
        List<ParsingEvent> events = [];
        var depth = 0;
        while (parser.MoveNext() && parser.Current is { } item and not DocumentEnd)
        {
            // Checked here already: the scanner's time grows with the square of the depth.
            depth += item.NestingIncrease;
            if (depth > Deepest || events.Count > MostEvents)
            {
                throw TooLarge;
            }

            if (item is not (StreamStart or DocumentStart))
            {
                events.Add(item);
            }
        }

        new YamlToJson(writer).Node(events, 0, 0);
    }

    private static YamlException TooLarge => new("The document is empty, too deep, or too large when its aliases are written out.");

    /// <summary>Writes the node that starts at an event and returns the place after it.</summary>
    private int Node(List<ParsingEvent> events, int at, int depth)
    {
        if (++_written > MostEvents || depth > Deepest || at >= events.Count)
        {
            throw TooLarge;
        }

        switch (events[at])
        {
            case AnchorAlias alias:
                Node(Anchored(alias), 0, depth + 1);
                return at + 1;
            case Scalar scalar:
                Remember(scalar, events, at, at + 1);
                Value(scalar);
                return at + 1;
            case SequenceStart start:
                writer.WriteStartArray();
                var end = at + 1;
                while (events[end] is not SequenceEnd)
                {
                    end = Node(events, end, depth + 1);
                }

                writer.WriteEndArray();
                Remember(start, events, at, end + 1);
                return end + 1;
            case MappingStart start:
                writer.WriteStartObject();
                var after = Members(events, at + 1, depth);
                writer.WriteEndObject();
                Remember(start, events, at, after);
                return after;
            default:
                throw new YamlException("Unexpected content.");
        }
    }

    private int Members(List<ParsingEvent> events, int at, int depth)
    {
        while (events[at] is not MappingEnd)
        {
            if (events[at] is not Scalar key)
            {
                throw new YamlException("A name must be a text.");
            }

            if (key.Value is "<<" && events[at + 1] is AnchorAlias alias && Anchored(alias) is [MappingStart, ..] merged)
            {
                Members(merged, 1, depth + 1);
                at += 2;
                continue;
            }

            writer.WritePropertyName(key.Value);
            at = Node(events, at + 1, depth + 1);
        }

        return at + 1;
    }

    private List<ParsingEvent> Anchored(AnchorAlias alias) =>
        _anchors.GetValueOrDefault(alias.Value) ?? throw new YamlException($"Nothing is anchored as {alias.Value}.");

    private void Remember(NodeEvent node, List<ParsingEvent> events, int from, int to)
    {
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = events[from..to];
        }
    }

    private void Value(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style is not ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal)))
        {
            writer.WriteStringValue(text);
            return;
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                writer.WriteNullValue();
                break;
            case "true" or "True" or "TRUE":
                writer.WriteBooleanValue(true);
                break;
            case "false" or "False" or "FALSE":
                writer.WriteBooleanValue(false);
                break;
            case var _ when JsonNumber().IsMatch(text):
                writer.WriteRawValue(text.TrimStart('+'));
                break;
            case var _ when Number().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex JsonNumber();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+\.?[0-9]*)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
