using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Sandbox.Execution.Lambdas;

/// <summary>What a function answers for API Gateway to pass on. Nothing is mandatory, but nothing else may be there either.</summary>
internal sealed record ProxyAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, bool IsBinary)
{
    /// <summary>Null if it is malformed.</summary>
    public static ProxyAnswer? Of(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object || root.EnumerateObject().Any(member => member.Name is not ("statusCode" or "headers" or "multiValueHeaders" or "body" or "isBase64Encoded")))
            {
                return null;
            }

            return StatusOf(root) is { } status && HeadersOf(root) is { } headers && Content(root) is var (body, isBinary) ? new(status, headers, body, isBinary) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? StatusOf(JsonElement root) => Member(root, "statusCode") switch
    {
        null => StatusCodes.Status200OK,
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var status) && status is >= 100 and <= 599 ? status : null,
        { ValueKind: JsonValueKind.String } text => int.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null,
        _ => null,
    };

    private static List<(string, string)>? HeadersOf(JsonElement root)
    {
        List<(string Name, string Value)> headers = [];
        if (Member(root, "headers") is { } single)
        {
            if (single.ValueKind is not JsonValueKind.Object || single.EnumerateObject().Any(member => member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            {
                return null;
            }

            headers.AddRange(single.EnumerateObject().Select(member => (member.Name, Text(member.Value))));
        }

        if (Member(root, "multiValueHeaders") is { } several)
        {
            if (several.ValueKind is not JsonValueKind.Object || several.EnumerateObject().Any(member => member.Value.ValueKind is not JsonValueKind.Array))
            {
                return null;
            }

            // A value that stands in both is said once.
            headers.RemoveAll(header => several.EnumerateObject().Any(member => member.Name.Equals(header.Name, StringComparison.OrdinalIgnoreCase) && member.Value.EnumerateArray().Any(value => Text(value) == header.Value)));
            headers.AddRange(several.EnumerateObject().SelectMany(member => member.Value.EnumerateArray().Select(value => (member.Name, Text(value)))));
        }

        return headers;
    }

    private static (byte[] Body, bool IsBinary)? Content(JsonElement root)
    {
        var isBinary = Member(root, "isBase64Encoded") is { ValueKind: JsonValueKind.True };
        return Member(root, "body") switch
        {
            null => ([], false),
            { ValueKind: JsonValueKind.String } text => (Encoding.UTF8.GetBytes(text.GetString()!), isBinary),
            _ => null,
        };
    }

    private static JsonElement? Member(JsonElement root, string name) => root.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
