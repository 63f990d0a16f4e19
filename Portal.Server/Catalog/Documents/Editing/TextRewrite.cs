using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Makes the text of a document say what a changed tree says, by splices where the two differ; the rest is not touched.</summary>
internal sealed class TextRewrite
{
    private readonly Placing _placing;
    private readonly List<Splice> _splices = [];

    private readonly IReadOnlyDictionary<JsonObject, Dictionary<string, string>> _renamed;

    private TextRewrite(SourceDocument document, IReadOnlyDictionary<JsonObject, Dictionary<string, string>> renamed) => (_placing, _renamed) = (new Placing(document), renamed);

    /// <param name="document">What is written.</param>
    /// <param name="wanted">What it shall say.</param>
    /// <param name="renamed">Members that only have another name, by the object of the wanted tree that has them.</param>
    public static string Of(SourceDocument document, JsonObject wanted, IReadOnlyDictionary<JsonObject, Dictionary<string, string>>? renamed = null)
    {
        var rewrite = new TextRewrite(document, renamed ?? new Dictionary<JsonObject, Dictionary<string, string>>());
        rewrite.Object(document.Tree, wanted, new Slot.InFlow(IsOneLine: false));

        return Splice.Apply(document.Text, rewrite._splices);
    }

    private void Node(SourceNode node, JsonNode? wanted, Slot slot)
    {
        switch (node.Kind, wanted)
        {
            case (JsonValueKind.Object, JsonObject @object) when node.Style is not NodeStyle.Alias:
                Object(node, @object, slot);
                break;

            case (JsonValueKind.Array, JsonArray array) when node.Style is not NodeStyle.Alias:
                Array(node, array, slot);
                break;

            case var _ when !Sameness.Same(node, wanted):
                _splices.Add(_placing.Replace(node, wanted, slot));
                break;
        }
    }

    private void Object(SourceNode node, JsonObject wanted, Slot slot)
    {
        if (node.Members.FirstOrDefault(member => member.IsMerged && !wanted.ContainsKey(member.Name)) is { } merged)
        {
            throw new EditRefusedException($"'{merged.Name}' is brought here by a merge key (<<); edit the document's text.");
        }

        List<SourceMember> written = [.. node.Members.Where(member => !member.IsMerged)];
        var names = written.ConvertAll(member => Name(node, member, wanted));
        var kept = written.Select((member, i) => member.IsMergeKey || wanted.ContainsKey(names[i])).ToList();
        var known = node.Members.Where(member => member.IsMerged && Sameness.Same(member.Value, wanted[member.Name])).Select(member => member.Name)
            .Concat(names.Where((_, i) => !written[i].IsMergeKey)).ToHashSet();
        var added = wanted.Where(member => !known.Contains(member.Key)).ToList();

        if (!kept.Contains(true) && (written.Count > 0 || added.Count > 0))
        {
            _splices.Add(_placing.Replace(node, wanted, slot));
            return;
        }

        // Inner splices come first: where an inner object and its owner both end, what is inserted into the inner one stands before what follows it.
        for (var i = 0; i < written.Count; i++)
        {
            if (kept[i] && !written[i].IsMergeKey)
            {
                if (names[i] != written[i].Name)
                {
                    _splices.Add(Placing.Rename(node, written[i], names[i]));
                }

                Node(written[i].Value, wanted[names[i]], _placing.SlotOf(node, written[i]));
            }
        }

        var parts = written.ConvertAll(member => _placing.PartOf(node, member));
        Remove(node, parts, kept);

        if (added.Count > 0)
        {
            _splices.Add(_placing.InsertMembers(node, parts, kept.LastIndexOf(true), added));
        }
    }

    /// <summary>What a written member is called in the wanted tree.</summary>
    private string Name(SourceNode node, SourceMember member, JsonObject wanted) =>
        !member.IsMergeKey && _renamed.TryGetValue(wanted, out var names) && names.TryGetValue(member.Name, out var name) && wanted.ContainsKey(name) && !node.Members.Any(other => other.Name == name) ? name : member.Name;

    /// <summary>What is equal at both ends stays; between, items are matched in order, and the rest of one side removed or added.</summary>
    private void Array(SourceNode node, JsonArray wanted, Slot slot)
    {
        var shorter = Math.Min(node.Items.Count, wanted.Count);
        var front = 0;

        while (front < shorter && Sameness.Same(node.Items[front], wanted[front]))
        {
            front++;
        }

        var back = 0;

        while (back < shorter - front && Sameness.Same(node.Items[^(back + 1)], wanted[^(back + 1)]))
        {
            back++;
        }

        var matched = shorter - back;

        if (wanted.Count > node.Items.Count ? matched is 0 : wanted.Count is 0 && node.Items.Count > 0)
        {
            _splices.Add(_placing.Replace(node, wanted, slot));
            return;
        }

        var parts = _placing.PartsOf(node);

        for (var i = front; i < matched; i++)
        {
            Node(node.Items[i], wanted[i], _placing.SlotOf(node, parts[i]));
        }

        Remove(node, parts, [.. node.Items.Select((_, i) => i < matched || i >= node.Items.Count - back)]);

        if (wanted.Count > node.Items.Count)
        {
            _splices.Add(_placing.InsertItems(node, parts, matched - 1, [.. wanted.Skip(matched).Take(wanted.Count - node.Items.Count)]));
        }
    }

    private void Remove(SourceNode node, List<Part> parts, List<bool> kept)
    {
        for (var i = kept.IndexOf(false); i >= 0; i = kept.IndexOf(false, i))
        {
            var next = kept.IndexOf(true, i);
            var last = (next < 0 ? kept.Count : next) - 1;
            _splices.Add(_placing.Remove(node, parts, i, last));

            if (next < 0)
            {
                return;
            }

            i = next;
        }
    }
}
