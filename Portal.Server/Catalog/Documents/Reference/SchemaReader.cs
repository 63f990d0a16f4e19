using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>
/// Reads schemas for the eye: references followed, allOf put together, and what contains itself folded. A schema that is large in all is read to a depth; the rest is on its own page.
/// One reader reads one page, and counts what it reads.
/// </summary>
internal sealed class SchemaReader(JsonObject root)
{
    private const int MaxDepth = 5;

    /// <summary>How many properties below the first level one schema may have on a page.</summary>
    private const int MostNested = 120;

    private readonly Stack<string> _above = [];
    private int _left;

    /// <summary>How many properties were read.</summary>
    public int Rows { get; private set; }

    public SchemaView Read(JsonNode? node)
    {
        _left = MostNested;

        return Read(node, 0);
    }

    private SchemaView Read(JsonNode? node, int depth)
    {
        var name = SchemaNames.Of(node.Text("$ref"));
        var schema = MergedSchema.Of(root, node);
        var fold = FoldOf(name, schema, depth);

        if (name is not null)
        {
            _above.Push(name);
        }

        var view = new SchemaView
        {
            Type = SchemaNames.Type(root, node),
            Name = name,
            Description = node.Text("description") ?? schema.Description,
            Deprecated = node.Flag("deprecated") || schema.Deprecated,
            Rules = schema.Rules,
            Values = schema.Values,
            Properties = fold is SchemaFold.Shown ? Properties(schema, depth) : [],
            Items = fold is SchemaFold.Shown ? ItemsOrNull(schema, depth) : null,
            Choices = fold is SchemaFold.Shown ? [.. schema.Choices.Select(choice => new ChoiceView(choice.Words, [.. choice.Schemas.Select(item => Read(item, depth + 1))]))] : [],
            Fold = fold,
        };

        if (name is not null)
        {
            _above.Pop();
        }

        return view;
    }

    private SchemaFold FoldOf(string? name, MergedSchema schema, int depth)
    {
        if (!schema.HasParts)
        {
            return SchemaFold.Shown;
        }

        if (name is not null && _above.Contains(name))
        {
            return SchemaFold.Above;
        }

        return depth < MaxDepth && (depth is 0 || _left > 0) ? SchemaFold.Shown : name is null ? SchemaFold.TooDeep : SchemaFold.Elsewhere;
    }

    private List<PropertyView> Properties(MergedSchema schema, int depth)
    {
        Rows += schema.Properties.Count;
        _left -= depth is 0 ? 0 : schema.Properties.Count;

        var own = schema.Properties.Select(property => new PropertyView(property.Key, schema.Required.Contains(property.Key), Read(property.Value, depth + 1)));

        return schema is { Properties.Count: > 0, Others: { } others } ? [.. own, new PropertyView("any other name", false, Read(others, depth + 1))] : [.. own];
    }

    /// <summary>Null where the items have no more to say than the type of the whole does.</summary>
    private SchemaView? ItemsOrNull(MergedSchema schema, int depth) =>
        (schema.Items ?? (schema.Properties.Count is 0 ? schema.Others : null)) is { } items && Read(items, depth + 1) is var view && (view.HasParts || view.Rules is not [] || view.Values is not [] || view.Description is not "")
            ? view
            : null;
}
