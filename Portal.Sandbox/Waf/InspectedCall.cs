namespace Portal.Sandbox.Waf;

/// <summary>What statements may look into of a call; texts hold a byte in each character.</summary>
internal sealed record InspectedCall
{
    public required string Method { get; init; }

    /// <summary>The address that it comes from.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>With the stage, as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>Without the question mark.</summary>
    public required string Query { get; init; }

    /// <summary>By name, in whatever case.</summary>
    public required ILookup<string, string> Headers { get; init; }

    /// <summary>By name, in whatever case.</summary>
    public required ILookup<string, string> Arguments { get; init; }

    /// <summary>Its beginning; empty where no rule looks into it.</summary>
    public required string Body { get; init; }
}
