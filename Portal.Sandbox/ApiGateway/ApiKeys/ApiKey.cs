using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.ApiKeys;

/// <summary>A credential as GetApiKey shows it.</summary>
internal sealed record ApiKey
{
    public required string Id { get; init; }

    /// <summary>Stored always; left out of answers that were not asked for it.</summary>
    public string? Value { get; init; }

    public string? Name { get; init; }

    public string? CustomerId { get; init; }

    public string? Description { get; init; }

    public required bool Enabled { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    public required DateTimeOffset LastUpdatedDate { get; init; }

    /// <summary>"api/stage", from before there were usage plans; they admit nobody.</summary>
    public required IReadOnlyList<string> StageKeys { get; init; }

    public Map<string>? Tags { get; init; }

    public ApiKey Shown(bool withValue) => withValue ? this : this with { Value = null };
}

/// <summary>A key with the usage plans it is in. Replaced whole by every change.</summary>
internal sealed record ApiKeyEntry
{
    public required ApiKey Key { get; init; }

    public IReadOnlyList<string> UsagePlanIds { get; init; } = [];

    public string Id => Key.Id;
}
