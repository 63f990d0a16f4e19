using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Portal.Server.Catalog.Documents;

/// <summary>Reads YAML with the place of every node. Aliases share the node that they name.</summary>
internal sealed class YamlTreeReader(string text)
{
    private const string CoreTag = "tag:yaml.org,2002:";

    // A mark is no letter of YAML.
    private readonly int _mark = text is ['\uFEFF', ..] ? 1 : 0;
    private readonly YamlAliases _aliases = new();
    private int _nodes;

    public SourceNode Read()
    {
        try
        {
            var yaml = new YamlEvents(text[_mark..], PlaceOf);
            yaml.Consume<StreamStart>();

            if (yaml.Accept<StreamEnd>(out _))
            {
                throw new UnreadableException("The document is empty.", null);
            }

            yaml.Consume<DocumentStart>();
            var root = ReadNode(yaml, depth: 1);
            yaml.Consume<DocumentEnd>();

            if (yaml.Accept<DocumentStart>(out var second))
            {
                throw new UnreadableException("A second YAML document begins here; one file holds one API.", PlaceOf(second.Start));
            }

            return root;
        }
        catch (YamlException wrong)
        {
            throw new UnreadableException($"This is not YAML: {wrong.Message}", PlaceOf(wrong.Start));
        }
    }

    private SourceNode ReadNode(YamlEvents yaml, int depth)
    {
        var start = PlaceOf(yaml.Current!.Start);

        if (++_nodes > DocumentReader.MaxNodes)
        {
            throw DocumentReader.TooMany(start);
        }

        if (depth > DocumentReader.MaxDepth)
        {
            throw DocumentReader.TooDeep(start);
        }

        if (yaml.TryConsume<AnchorAlias>(out var alias))
        {
            return _aliases.Expand(alias.Value.Value, start, PlaceOf(alias.End), depth);
        }

        // In braces, the parser lets a member pass that has no value.
        var anchor = yaml.Current is NodeEvent @event ? @event.Anchor : throw new UnreadableException("This is not YAML: a value is missing here.", start);

        if (!anchor.IsEmpty)
        {
            _aliases.Open(anchor.Value);
        }

        var node = yaml.Current switch
        {
            MappingStart mapping => ReadMapping(yaml, mapping, start, depth),
            SequenceStart sequence => ReadSequence(yaml, sequence, start, depth),
            _ => YamlScalars.Read(text, yaml.Consume<YamlScalar>(), start, _mark),
        };

        if (!anchor.IsEmpty)
        {
            _aliases.Close(anchor.Value, node);
        }

        return node;
    }

    private SourceNode ReadMapping(YamlEvents yaml, MappingStart mapping, int start, int depth)
    {
        CheckTag(mapping, "map", start);
        yaml.Consume<MappingStart>();
        var members = new List<SourceMember>();
        var names = new HashSet<string>();

        while (yaml.Current is not MappingEnd)
        {
            var keyStart = PlaceOf(yaml.Current!.Start);

            if (!yaml.TryConsume<YamlScalar>(out var key))
            {
                throw new UnreadableException("A key of an object must be text.", keyStart);
            }

            if (!names.Add(key.Value))
            {
                throw DocumentReader.Twice(key.Value, keyStart);
            }

            var isMerge = key is { Value: "<<", Style: ScalarStyle.Plain };
            members.Add(new SourceMember(key.Value, keyStart, PlaceOf(key.End), ReadNode(yaml, depth + 1)) { IsMergeKey = isMerge });
        }

        var end = yaml.Consume<MappingEnd>();

        foreach (var merge in members.Where(member => member.IsMergeKey).ToList())
        {
            members.AddRange(_aliases.Merged(merge, names));
        }

        var style = mapping.Style is not MappingStyle.Flow ? NodeStyle.Block : text.AsSpan(PlaceOf(end.Start)) is ['}', ..] ? NodeStyle.Flow : NodeStyle.BarePair;

        return new SourceNode
        {
            Kind = JsonValueKind.Object,
            Style = style,
            Start = start,
            End = style is NodeStyle.Flow ? PlaceOf(end.Start) + 1 : members.Where(member => !member.IsMerged).Select(member => Math.Max(member.Value.End, member.KeyEnd)).DefaultIfEmpty(start).Max(),
            Members = members,
            Weight = 16 + members.Sum(member => member.Name.Length + member.Value.Weight),
            Height = 1 + members.Select(member => member.Value.Height).DefaultIfEmpty().Max(),
        };
    }

    private SourceNode ReadSequence(YamlEvents yaml, SequenceStart sequence, int start, int depth)
    {
        CheckTag(sequence, "seq", start);
        yaml.Consume<SequenceStart>();
        var items = new List<SourceNode>();

        while (yaml.Current is not SequenceEnd)
        {
            items.Add(ReadNode(yaml, depth + 1));
        }

        var end = yaml.Consume<SequenceEnd>();
        var isFlow = sequence.Style is SequenceStyle.Flow;

        return new SourceNode
        {
            Kind = JsonValueKind.Array,
            Style = isFlow ? NodeStyle.Flow : NodeStyle.Block,
            Start = start,
            End = isFlow ? PlaceOf(end.Start) + 1 : items.Select(item => item.End).DefaultIfEmpty(start).Max(),
            Items = items,
            Weight = 16 + items.Sum(item => item.Weight),
            Height = 1 + items.Select(item => item.Height).DefaultIfEmpty().Max(),
        };
    }

    private static void CheckTag(NodeEvent node, string kind, int place)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && node.Tag.Value != CoreTag + kind)
        {
            throw YamlScalars.StrangeTag(node.Tag, place);
        }
    }

    private int PlaceOf(Mark mark) => Math.Min(text.Length, _mark + (int)mark.Index);
}
