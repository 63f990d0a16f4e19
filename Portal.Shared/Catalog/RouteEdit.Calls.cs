namespace Portal.Shared.Catalog;

public abstract partial record RouteEdit
{
    /// <summary>
    /// Lets browsers call paths from other sites: an answer to their preflight, and the header on what API Gateway answers.
    /// What a proxy integration passes on must have the header from the backend.
    /// </summary>
    public sealed record AllowBrowsers : RouteEdit
    {
        public required IReadOnlyList<string> Paths { get; init; }

        public required CorsView Cors { get; init; }

        /// <summary>Whether API Gateway's own errors have the header too; without it, a browser hides them from the page.</summary>
        public bool OnErrors { get; init; } = true;
    }

    /// <summary>Takes that away.</summary>
    public sealed record ForbidBrowsers : RouteEdit
    {
        public required IReadOnlyList<string> Paths { get; init; }

        public bool OnErrors { get; init; } = true;
    }

    /// <summary>Says more about the integration of a route that has one of its own. Null leaves a thing as it is.</summary>
    public sealed record SetIntegrationOptions : RouteEdit
    {
        public required string Method { get; init; }

        public required string Path { get; init; }

        /// <summary>The id of a VPC link, or ${stageVariables.NAME}, for an HTTP backend that is not in the internet. Empty takes it away.</summary>
        public string? VpcLink { get; init; }

        /// <summary>The ARN of the load balancer behind a VPC link of the second version. Empty takes it away; it goes with the link, too.</summary>
        public string? IntegrationTarget { get; init; }

        /// <summary>50 to 29,000 ms; up to 300,000 with a raised quota. 0 leaves it to API Gateway, which takes 29,000.</summary>
        public int? TimeoutMillis { get; init; }

        /// <summary>What becomes of a body for which there is no template: when_no_match, when_no_templates or never. Empty leaves it to API Gateway.</summary>
        public string? Passthrough { get; init; }

        /// <summary>CONVERT_TO_BINARY or CONVERT_TO_TEXT. Empty takes it away.</summary>
        public string? ContentHandling { get; init; }

        /// <summary>By integration.request.header.X, .querystring.X or .path.X: 'a text' in quotes, method.request..., context... or stageVariables...; whole.</summary>
        public IReadOnlyDictionary<string, string>? RequestParameters { get; init; }

        /// <summary>By content type, in the Velocity Template Language; whole.</summary>
        public IReadOnlyDictionary<string, string>? RequestTemplates { get; init; }

        /// <summary>Parameters of the route by which a stage's cache tells answers apart; whole.</summary>
        public IReadOnlyList<string>? CacheKeys { get; init; }

        /// <summary>Whether an HTTP backend is called whose certificate nobody vouches for.</summary>
        public bool? SkipsVerification { get; init; }

        /// <summary>What is made of the backend's answers; whole. Not of proxies.</summary>
        public IReadOnlyList<IntegrationAnswerView>? Answers { get; init; }
    }

    /// <summary>Of an HTTP API, which answers preflights itself: what browsers may send to all of its routes.</summary>
    public sealed record SetHttpCors : RouteEdit
    {
        /// <summary>Null takes it away.</summary>
        public required HttpCorsView? Cors { get; init; }
    }

    /// <summary>Says from where and by whom the API may be called at all.</summary>
    public sealed record SetPolicy : RouteEdit
    {
        /// <summary>A resource policy as JSON text; null takes it away.</summary>
        public required string? Policy { get; init; }
    }
}
