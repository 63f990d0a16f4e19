using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Portal.Sandbox.Execution.Policies;

/// <summary>A condition of a statement. One with an operator that is not known never holds.</summary>
internal sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values)
{
    private const string IfExists = "IfExists";

    public static IEnumerable<Condition> Of(JsonProperty block) =>
        from key in block.Value.ValueKind is JsonValueKind.Object ? [.. block.Value.EnumerateObject()] : Array.Empty<JsonProperty>()
        select new Condition(
            block.Name[(block.Name.IndexOf(':', StringComparison.Ordinal) + 1)..],
            key.Name.ToLowerInvariant(),
            key.Value.ValueKind is JsonValueKind.Array ? [.. key.Value.EnumerateArray().Select(value => value.ToString())] : [key.Value.ToString()]);

    public bool Holds(PolicyRequest request)
    {
        var actual = request.Key(Key);
        if (Operator is "Null")
        {
            return Values.Any(value => value.Equals("true", StringComparison.OrdinalIgnoreCase) == (actual is null));
        }

        var optional = Operator.EndsWith(IfExists, StringComparison.Ordinal);
        var plain = optional ? Operator[..^IfExists.Length] : Operator;
        var negative = plain.Contains("Not", StringComparison.Ordinal);
        if (actual is null)
        {
            // A value that is not there equals none.
            return optional || negative;
        }

        return Test(plain.Replace("Not", "", StringComparison.Ordinal)) is { } test && Values.Any(value => test(value, actual)) != negative;
    }

    private static Func<string, string, bool>? Test(string positive) => positive switch
    {
        "StringEquals" => (value, actual) => value == actual,
        "StringEqualsIgnoreCase" => (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase),
        "StringLike" or "ArnLike" or "ArnEquals" => (value, actual) => Wildcard.Matches(value, actual),
        "Bool" => (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase),
        "IpAddress" => IsIn,
        "NumericEquals" => (value, actual) => Compare(value, actual, Number) is 0,
        "NumericLessThan" => (value, actual) => Compare(value, actual, Number) < 0,
        "NumericLessThanEquals" => (value, actual) => Compare(value, actual, Number) <= 0,
        "NumericGreaterThan" => (value, actual) => Compare(value, actual, Number) > 0,
        "NumericGreaterThanEquals" => (value, actual) => Compare(value, actual, Number) >= 0,
        "DateEquals" => (value, actual) => Compare(value, actual, Date) is 0,
        "DateLessThan" => (value, actual) => Compare(value, actual, Date) < 0,
        "DateLessThanEquals" => (value, actual) => Compare(value, actual, Date) <= 0,
        "DateGreaterThan" => (value, actual) => Compare(value, actual, Date) > 0,
        "DateGreaterThanEquals" => (value, actual) => Compare(value, actual, Date) >= 0,
        _ => null,
    };

    private static bool IsIn(string range, string actual)
    {
        if (!IPAddress.TryParse(actual, out var address))
        {
            return false;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPNetwork.TryParse(range, out var network) ? network.Contains(plain) : IPAddress.TryParse(range, out var one) && one.Equals(plain);
    }

    /// <summary>How the actual value stands to the policy's; null if one of them is none of its kind.</summary>
    private static int? Compare(string value, string actual, Func<string, double?> read) => (read(value), read(actual)) is ({ } wanted, { } found) ? found.CompareTo(wanted) : null;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Date(string text) =>
        Number(text) ?? (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date.ToUnixTimeSeconds() : null);
}
