using System.Text.Json;

namespace Portal.Server.Catalog.Documents;

/// <summary>The anchors of a YAML document and what is made of them. A budget ends the reading of a text whose aliases would blow up when written out.</summary>
internal sealed class YamlAliases
{
    // Null while the anchor's own node is being read.
    private readonly Dictionary<string, SourceNode?> _anchors = [];
    private long _expanded;

    public void Open(string anchor) => _anchors[anchor] = null;

    public void Close(string anchor, SourceNode node) => _anchors[anchor] = node;

    public SourceNode Expand(string anchor, int start, int end, int depth)
    {
        if (!_anchors.TryGetValue(anchor, out var target))
        {
            throw new UnreadableException($"No anchor &{DocumentReader.Shown(anchor)} stands before this alias.", start);
        }

        if (target is null)
        {
            throw new UnreadableException($"The anchor &{DocumentReader.Shown(anchor)} contains itself here.", start);
        }

        if (depth + target.Height > DocumentReader.MaxDepth)
        {
            throw DocumentReader.TooDeep(start);
        }

        Spend(target.Weight, start);

        return new SourceNode
        {
            Kind = target.Kind,
            Style = NodeStyle.Alias,
            Start = start,
            End = end,
            Scalar = target.Scalar,
            Members = target.Members,
            Items = target.Items,
            Weight = target.Weight,
            Height = target.Height,
        };
    }

    /// <summary>What is written wins over what is merged, and an earlier merge over a later one: https://yaml.org/type/merge.html</summary>
    public List<SourceMember> Merged(SourceMember merge, HashSet<string> names)
    {
        var sources = merge.Value.Kind is JsonValueKind.Array ? merge.Value.Items : [merge.Value];
        var merged = new List<SourceMember>();

        foreach (var source in sources)
        {
            if (source.Kind is not JsonValueKind.Object)
            {
                throw new UnreadableException("A merge key << takes an object, or a list of objects.", merge.KeyStart);
            }

            foreach (var member in source.Members.Where(member => !member.IsMergeKey && names.Add(member.Name)))
            {
                Spend(member.Value.Weight, merge.KeyStart);
                merged.Add(member with { IsMerged = true });
            }
        }

        return merged;
    }

    private void Spend(int weight, int place)
    {
        _expanded += weight;

        if (_expanded > SourceDocument.MaxBytes)
        {
            throw new UnreadableException("Written out, the aliases of this document are larger than 6 MB.", place);
        }
    }
}
