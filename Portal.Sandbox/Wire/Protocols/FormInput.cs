using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>A form's flat names as a tree: <c>Dimensions.member.1.Name=a</c> becomes <c>{"Dimensions": [{"Name": "a"}]}</c>. Every value is a text.</summary>
internal static class FormInput
{
    private const string Item = "member";
    private const int Deepest = 32;

    public static ReadOnlyMemory<byte> ToJson(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        Node root = new();
        foreach (var (name, value) in form)
        {
            var parts = name.Split('.');
            if (parts.Length > Deepest)
            {
                throw AwsError.Serialization("A member's name has too many parts");
            }

            parts.Aggregate(root, (node, part) => node.Child(part)).Value = value.ToString();
        }

        ArrayBufferWriter<byte> written = new();
        using (Utf8JsonWriter json = new(written))
        {
            root.WriteTo(json);
        }

        return written.WrittenMemory;
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _children = new(StringComparer.Ordinal);

        public string Value { get; set; } = "";

        public Node Child(string name) => _children.TryGetValue(name, out var child) ? child : _children[name] = new();

        public void WriteTo(Utf8JsonWriter json)
        {
            if (_children.Count is 0)
            {
                json.WriteStringValue(Value);
                return;
            }

            if (_children is { Count: 1 } && _children.TryGetValue(Item, out var items))
            {
                items.WriteItemsTo(json);
                return;
            }

            json.WriteStartObject();
            foreach (var (name, child) in _children)
            {
                json.WritePropertyName(name);
                child.WriteTo(json);
            }

            json.WriteEndObject();
        }

        private void WriteItemsTo(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            foreach (var (_, child) in _children.OrderBy(pair => int.TryParse(pair.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue))
            {
                child.WriteTo(json);
            }

            json.WriteEndArray();
        }
    }
}
