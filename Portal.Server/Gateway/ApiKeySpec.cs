using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// An API key that the portal issued, and whether its plan lets it in; never its value. No change set makes or deletes one, because a value may not wait in any table: it is issued and
/// ended at once (<see cref="IKeyWrites"/>), and a change set only brings back what somebody else has changed.
/// </summary>
internal sealed record ApiKeySpec(string Id) : Spec
{
    [JsonIgnore]
    public override Address Address => new(Kind.ApiKey, Id);

    [JsonIgnore]
    public override Address Subject => new(Kind.UsagePlan, Plan);

    [JsonIgnore]
    public override string Label => $"API key {Name}";

    /// <summary>The portal's id of the usage plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Where it is in AWS. Made again it would be another key, so this never changes.</summary>
    public required string AwsId { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Who it is for, as AWS Marketplace has it; the portal sets none.</summary>
    public required string? CustomerId { get; init; }

    /// <summary>Whether the plan lets it in.</summary>
    public required bool InPlan { get; init; }

    /// <summary>Whether it bears the portal's tag.</summary>
    public required bool Marked { get; init; }

    /// <summary>Those that it bears beside the portal's; null where there are none. The portal issues it without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<string?>? Tags { get; init => field = value is { Count: 0 } ? null : value; }

    /// <summary>As it was issued.</summary>
    public static ApiKeySpec Issued(string id, string plan, string awsId, string? description) => new(id)
    {
        Plan = plan,
        AwsId = awsId,
        Name = NameOf(id),
        Description = description,
        Enabled = true,
        CustomerId = null,
        InPlan = true,
        Marked = true,
    };

    /// <summary>What AWS calls it.</summary>
    public static string NameOf(string id) => $"portal-{id}";

    /// <summary>What stands beside a plan that lets in a key by this name which it should not.</summary>
    public static string BesideName(string name) => $"the key {name}";
}

/// <summary>Names a key of a usage plan among the parts of a scope: by the portal's id and by AWS's.</summary>
internal readonly record struct KeyPart(string Id, string AwsId)
{
    public override string ToString() => $"{Id}/{AwsId}";

    public static KeyPart Parse(string part) => part.Split('/', 2) is [var id, var awsId] ? new KeyPart(id, awsId) : throw new FormatException($"\"{part}\" names no key.");
}
