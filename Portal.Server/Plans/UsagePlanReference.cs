using System.Text.Json;

namespace Portal.Server.Plans;

/// <summary>What this room wants to know again when a run that it proposed is done. To everybody else it is a text.</summary>
internal sealed record UsagePlanReference
{
    private const string Mark = "plans.usage-plan:";

    public required Guid Plan { get; init; }

    /// <summary>Whether the plan was to go.</summary>
    public required bool Deletes { get; init; }

    public string ToText() => Mark + JsonSerializer.Serialize(this, JsonSerializerOptions.Default);

    /// <summary>Null where the text is another room's.</summary>
    public static UsagePlanReference? Of(string text) => text.StartsWith(Mark, StringComparison.Ordinal)
        ? JsonSerializer.Deserialize<UsagePlanReference>(text.AsSpan(Mark.Length), JsonSerializerOptions.Default)
        : null;
}
