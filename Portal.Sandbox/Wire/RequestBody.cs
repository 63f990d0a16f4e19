using System.Globalization;
using System.Text.Json;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Wire;

/// <summary>
/// The JSON body of a call. Reading a member as the wrong type refuses with the text of AWS's own deserializer; absent and null are one.
/// Wrong enum values are collected, because AWS reports all of them at once.
/// </summary>
internal sealed class RequestBody(JsonElement root, string input)
{
    private readonly List<string> _faults = [];

    public static RequestBody Parse(ReadOnlyMemory<byte> content, string input)
    {
        if (content.IsEmpty)
        {
            return new(default, input);
        }

        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement.Clone();
            return root.ValueKind is JsonValueKind.Object ? new(root, input) : throw AwsError.Serialization("Unexpected token: the body must be a JSON object");
        }
        catch (JsonException)
        {
            throw AwsError.Serialization("The body is not well-formed JSON");
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) is { } value ? AsText(value) : null;

    public bool? Flag(string name) => Find(name) is { } value ? AsFlag(value) : null;

    public int? Whole(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) && Math.Abs(value) <= int.MaxValue => (int)value,
        { ValueKind: JsonValueKind.String } text when int.TryParse(text.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) => value,
        { } other => throw Mismatch(other, "an Integer"),
    };

    public long? Long(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.Number } number when Math.Abs(number.GetDouble()) < long.MaxValue => (long)number.GetDouble(),
        { } other => throw Mismatch(other, "a Long"),
    };

    public double? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) && double.IsFinite(value) => value,
        { } other => throw Mismatch(other, "a Double"),
    };

    /// <summary>For services with a protocol in which every value is a text.</summary>
    public double? NumberOrText(string name) => Find(name) is { } value ? AsNumber(value) : null;

    /// <summary>Seconds since 1970, or ISO 8601.</summary>
    public DateTimeOffset? Time(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text when DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        { } value => AsNumber(value) is >= -62_135_596_800d and < 253_402_300_800d and var seconds
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000))
            : throw Mismatch(value, "a Timestamp"),
    };

    public IReadOnlyList<double>? Numbers(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(AsNumber)],
        { } other => throw Mismatch(other, "a List"),
    };

    public Map<string>? Texts(string name) => Entries(name, value => Words.Pooled(AsText(value)));

    public Map<bool>? Flags(string name) => Entries(name, AsFlag);

    public IReadOnlyList<string>? List(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(AsText)],
        { } other => throw Mismatch(other, "a List"),
    };

    /// <summary>A map of lists of texts.</summary>
    public Map<IReadOnlyList<string>>? Lists(string name) => Entries<IReadOnlyList<string>>(name, item => item.ValueKind is JsonValueKind.Array ? [.. item.EnumerateArray().Select(AsText)] : throw Mismatch(item, "a List"));

    public RequestBody? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new(value, $"{input}.{name}"),
        { } other => throw Mismatch(other, "a Structure"),
    };

    public IReadOnlyList<RequestBody> Objects(string name) => Find(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.Object ? new RequestBody(item, input) : throw Mismatch(item, "a Structure"))],
        { } other => throw Mismatch(other, "a List"),
    };

    /// <summary>A map of structures.</summary>
    public Map<RequestBody>? ObjectsByName(string name) => Entries(name, item => item.ValueKind is JsonValueKind.Object ? new RequestBody(item, input) : throw Mismatch(item, "a Structure"));

    /// <summary>The body itself as a map of structures.</summary>
    public Map<RequestBody> Members() => root.ValueKind is not JsonValueKind.Object
        ? Map<RequestBody>.Empty
        : Map<RequestBody>.Of(root.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Object(member.Name) ?? throw Mismatch(member.Value, "a Structure"))));

    /// <summary>A text out of a closed set; what is not in it is remembered for <see cref="Checked"/>.</summary>
    public string? OneOf(string name, string members)
    {
        var value = Text(name);
        if (value is not null && !members.Split(", ").Contains(value, StringComparer.Ordinal))
        {
            Fault(AwsError.NotInEnum(value, $"{input}.{name}", members));
        }

        return Words.PooledOrNull(value);
    }

    public void Fault(string text) => _faults.Add(text);

    /// <summary>Refuses with all faults remembered so far, of this body and of those inside it.</summary>
    public void Checked(params ReadOnlySpan<RequestBody?> inner)
    {
        List<string> faults = [];
        foreach (var body in inner)
        {
            faults.AddRange(body?._faults ?? []);
        }

        faults.AddRange(_faults);
        if (faults.Count > 0)
        {
            throw AwsError.Validation(faults);
        }
    }

    private JsonElement? Find(string name) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private Map<T>? Entries<T>(string name, Func<JsonElement, T> read) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } map => Map<T>.Of(map.EnumerateObject().Select(member => KeyValuePair.Create(Words.Pooled(member.Name), read(member.Value)))).OrNull(),
        { } other => throw Mismatch(other, "a Map"),
    };

    private static string AsText(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : throw Mismatch(value, "an String");

    private static double AsNumber(JsonElement value) => value switch
    {
        { ValueKind: JsonValueKind.Number } => value.GetDouble(),
        { ValueKind: JsonValueKind.String } when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Mismatch(value, "a Double"),
    };

    private static bool AsFlag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => throw Mismatch(value, "a Boolean"),
    };

    private static AwsError Mismatch(JsonElement value, string wanted) => AwsError.Serialization(value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => $"class java.lang.Boolean can not be converted to {wanted}",
        JsonValueKind.Number => $"class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to {wanted}",
        JsonValueKind.String => $"class java.lang.String can not be converted to {wanted}",
        _ => "Start of structure or map found where not expected.",
    });
}
