namespace Portal.Shared.Catalog;

/// <summary>What else is said of a route's own integration.</summary>
public sealed record IntegrationOptionsView
{
    /// <summary>The id of a VPC link, or a stage variable that holds it; null is the internet.</summary>
    public required string? VpcLink { get; init; }

    /// <summary>The ARN of the load balancer behind a VPC link of the second version; null for a link of the first, which leads to one.</summary>
    public string? IntegrationTarget { get; init; }

    /// <summary>Null leaves it to API Gateway: 29,000.</summary>
    public required int? TimeoutMillis { get; init; }

    /// <summary>when_no_match, when_no_templates or never; null leaves it to API Gateway.</summary>
    public required string? Passthrough { get; init; }

    /// <summary>CONVERT_TO_BINARY or CONVERT_TO_TEXT; null passes bodies on as they are.</summary>
    public required string? ContentHandling { get; init; }

    /// <summary>Which value goes where in the call to the backend.</summary>
    public required IReadOnlyDictionary<string, string> RequestParameters { get; init; }

    /// <summary>By content type.</summary>
    public required IReadOnlyDictionary<string, string> RequestTemplates { get; init; }
}
