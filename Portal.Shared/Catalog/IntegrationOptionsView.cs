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

    /// <summary>Parameters by which a stage's cache tells answers apart: method.request.querystring.page.</summary>
    public IReadOnlyList<string> CacheKeys { get; init; } = [];

    /// <summary>Whether a backend is called whose certificate nobody vouches for.</summary>
    public bool SkipsVerification { get; init; }

    /// <summary>What is made of the backend's answers, in the order of the document; proxies answer as they are.</summary>
    public IReadOnlyList<IntegrationAnswerView> Answers { get; init; } = [];
}

/// <summary>What is made of an answer of the backend.</summary>
public sealed record IntegrationAnswerView
{
    /// <summary>default, or a regular expression that the whole status fits (of a function, the text of its error).</summary>
    public required string Pattern { get; init; }

    /// <summary>What the caller gets: 100 to 599.</summary>
    public required string Status { get; init; }

    /// <summary>CONVERT_TO_BINARY or CONVERT_TO_TEXT; null passes the answer on as it is.</summary>
    public string? ContentHandling { get; init; }

    /// <summary>By name: 'a text' in quotes, integration.response.header.NAME, integration.response.body.PATH, context... or stageVariables....</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>By content type, in the Velocity Template Language.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();
}
