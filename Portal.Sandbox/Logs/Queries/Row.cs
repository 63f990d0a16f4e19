using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>One event with the fields that are found in it (of a JSON object, all, with dots between the levels), or one row that was calculated.</summary>
internal sealed class Row(KeptEvent? line, string group, string account)
{
    public const string Pointer = "@ptr";

    private Dictionary<string, object?>? _set;
    private Dictionary<string, object?>? _found;

    public object? this[string name] => _set is not null && _set.TryGetValue(name, out var value) ? value : name switch
    {
        _ when line is null => null,
        "@timestamp" => new Moment(line.Position.Timestamp),
        "@message" => line.Message,
        "@logStream" => line.Stream,
        "@ingestionTime" => new Moment(line.Ingested),
        "@log" => $"{account}:{group}",
        Pointer => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{group}\n{line.Position.Text}")),
        _ => (_found ??= Found(line.Message)).GetValueOrDefault(name),
    };

    public static Row Calculated() => new(null, "", "");

    public void Set(string name, object? value) => (_set ??= new(StringComparer.Ordinal))[name] = value;

    private static Dictionary<string, object?> Found(string message)
    {
        Dictionary<string, object?> found = new(StringComparer.Ordinal);
        if (!message.AsSpan().TrimStart().StartsWith("{"))
        {
            return found;
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            Add(found, "", document.RootElement);
        }
        catch (JsonException)
        {
            // No JSON after all: nothing is found in it.
        }

        return found;
    }

    private static void Add(Dictionary<string, object?> found, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(found, name is "" ? member.Name : $"{name}.{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array:
                var place = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Add(found, string.Create(CultureInfo.InvariantCulture, $"{name}.{place++}"), item);
                }

                break;
            case JsonValueKind.Number:
                found[name] = value.GetDouble();
                break;
            case JsonValueKind.True or JsonValueKind.False:
                found[name] = value.GetBoolean();
                break;
            case JsonValueKind.String:
                found[name] = value.GetString();
                break;
            default:
                break;
        }
    }
}
