using System.Text;
using System.Text.Json.Nodes;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Writes JSON as YAML in blocks; texts and names stay in quotes, so that none is taken for something else.</summary>
internal static class JsonToYaml
{
    public static string Of(JsonObject root)
    {
        StringBuilder text = new();
        Write(text, root, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                foreach (var (name, value) in map)
                {
                    Entry(text, $"{JsonValue.Create(name).ToJsonString()}:", value, depth);
                }

                break;
            case JsonArray { Count: > 0 } list:
                foreach (var item in list)
                {
                    Entry(text, "-", item, depth);
                }

                break;
        }
    }

    private static void Entry(StringBuilder text, string mark, JsonNode? value, int depth)
    {
        text.Append(' ', depth * 2).Append(mark);
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.Append('\n');
            Write(text, value, depth + 1);
        }
        else
        {
            text.Append(' ').Append(value?.ToJsonString() ?? "null").Append('\n');
        }
    }
}
