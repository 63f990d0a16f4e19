namespace Portal.Sandbox.CloudTrail;

/// <summary>One call as CloudTrail tells it: what it is found by, and the whole of it as JSON.</summary>
internal sealed record TrailEvent
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Such as <c>apigateway.amazonaws.com</c>.</summary>
    public required string Source { get; init; }

    public required bool IsRead { get; init; }

    public required string UserName { get; init; }

    public required string AccessKeyId { get; init; }

    public required IReadOnlyList<TrailResource> Resources { get; init; }

    public required string Json { get; init; }
}

internal sealed record TrailResource(string Type, string Name);
