using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>A metric or composite alarm: what was put, as it was put, and the state that it is in.</summary>
internal sealed record Alarm
{
    public required string Name { get; init; }

    /// <summary>Whether it looks at other alarms.</summary>
    public bool IsComposite { get; init; }

    /// <summary>The input of PutMetricAlarm or PutCompositeAlarm as JSON.</summary>
    public required string Input { get; init; }

    public required DateTimeOffset Configured { get; init; }

    public required bool ActionsEnabled { get; init; }

    public required AlarmState State { get; init; }

    /// <summary>The minute, since 1970, up to which it was evaluated.</summary>
    public required long Evaluated { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    [JsonIgnore]
    public string Id => IdOf(Name);

    /// <summary>A name may hold what the name of a file may not.</summary>
    public static string IdOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..40];
}

/// <summary>The state of an alarm, why it is in it, and since when.</summary>
internal sealed record AlarmState(string Value, string Reason, string? Data, DateTimeOffset Updated, DateTimeOffset Transitioned)
{
    public const string Ok = "OK";
    public const string Alarm = "ALARM";
    public const string Insufficient = "INSUFFICIENT_DATA";

    public static IReadOnlyList<string> All { get; } = [Ok, Alarm, Insufficient];
}

/// <summary>What happened to alarms of one name, oldest first; outlives the alarm.</summary>
internal sealed record AlarmHistory(string Name, IReadOnlyList<AlarmHistoryItem> Items, bool IsComposite = false);

internal sealed record AlarmHistoryItem(DateTimeOffset Time, string Type, string Summary, string Data);

[JsonSourceGenerationOptions]
[JsonSerializable(typeof(Alarm))]
[JsonSerializable(typeof(AlarmHistory))]
internal sealed partial class AlarmJson : JsonSerializerContext;
