namespace Portal.Shared.Catalog;

/// <summary>What a route of a WebSocket API calls. In an edit it is whole: what is not said goes.</summary>
public sealed record SocketIntegrationView
{
    public required SocketIntegrationType Type { get; init; }

    /// <summary>Of an HTTP backend its URL; the ARN of a function; of another service of AWS the URI of its action. None of a mock.</summary>
    public string? Uri { get; init; }

    /// <summary>Of the call to the backend or service; POST if it is not said, and always for functions.</summary>
    public string? Method { get; init; }

    /// <summary>The id of a VPC link of the first version, or ${stageVariables.NAME}, for an HTTP backend that is not in the internet.</summary>
    public string? VpcLink { get; init; }

    /// <summary>The ARN of the role with which a function or service is called.</summary>
    public string? Role { get; init; }

    /// <summary>50 to 29,000 ms; null leaves it to API Gateway, which takes 29,000.</summary>
    public int? TimeoutMillis { get; init; }

    /// <summary>What becomes of a message for which there is no template: when_no_match, when_no_templates or never; null leaves it to API Gateway.</summary>
    public string? Passthrough { get; init; }

    /// <summary>CONVERT_TO_BINARY or CONVERT_TO_TEXT; null passes messages on as they are.</summary>
    public string? ContentHandling { get; init; }

    /// <summary>Which template counts: $default, or what an expression such as ${request.body.kind} names.</summary>
    public string? TemplateSelection { get; init; }

    /// <summary>By integration.request.header.X, .querystring.X or .path.X: 'a text' in quotes, route.request..., context... or stageVariables....</summary>
    public IReadOnlyDictionary<string, string> RequestParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>By the name that the selection finds, in the Velocity Template Language.</summary>
    public IReadOnlyDictionary<string, string> RequestTemplates { get; init; } = new Dictionary<string, string>();

    /// <summary>What is made of what it answers; proxies answer as they are.</summary>
    public IReadOnlyList<SocketAnswerView> Answers { get; init; } = [];
}

/// <summary>What is made of an answer.</summary>
public sealed record SocketAnswerView
{
    /// <summary>$default, or a regular expression between slashes that the status fits: /4\d\d/.</summary>
    public required string Pattern { get; init; }

    public string? TemplateSelection { get; init; }

    /// <summary>As for the integration.</summary>
    public string? ContentHandling { get; init; }

    /// <summary>By method.response.header.X: 'a text' in quotes, integration.response.header.X, integration.response.body.PATH, context... or stageVariables....</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a route of a WebSocket API can call.</summary>
public enum SocketIntegrationType
{
    /// <summary>API Gateway itself, without a backend.</summary>
    Mock,

    /// <summary>A backend, by templates.</summary>
    Http,

    /// <summary>A backend, which is given the message as it is.</summary>
    HttpProxy,

    /// <summary>A function or another service of AWS, by templates.</summary>
    Aws,

    /// <summary>A function, which is given the message with its context.</summary>
    Lambda,
}
