using System.Text;
using System.Text.Json;

namespace Portal.Shared.Catalog;

/// <summary>The line on which each member and item of a JSON text begins, from 1, by its pointer; a member's is that of its name.</summary>
internal static class JsonLines
{
    public static IReadOnlyDictionary<string, int> Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var lines = new Dictionary<string, int>();
        var reader = new Utf8JsonReader(bytes);
        var inside = new Stack<(string Pointer, int Items, bool IsList)>();
        var (member, line, counted) = ("", 1, 0);

        while (reader.Read())
        {
            line += bytes.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    member = $"{inside.Peek().Pointer}/{PointerName.Escaped(reader.GetString()!)}";
                    lines.TryAdd(member, line);
                    break;

                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    inside.Pop();
                    break;

                default:
                    var pointer = inside.TryPeek(out var around) ? member : "";

                    if (around.IsList)
                    {
                        pointer = $"{around.Pointer}/{around.Items}";
                        inside.Pop();
                        inside.Push(around with { Items = around.Items + 1 });
                        lines.TryAdd(pointer, line);
                    }

                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        inside.Push((pointer, 0, reader.TokenType is JsonTokenType.StartArray));
                    }

                    break;
            }
        }

        return lines;
    }
}
