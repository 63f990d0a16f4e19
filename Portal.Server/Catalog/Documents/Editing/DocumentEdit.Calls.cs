using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

internal abstract partial record DocumentEdit
{
    /// <summary>A preflight for each path, the header on what API Gateway answers there, and on its own errors.</summary>
    internal sealed record AllowBrowsers(IReadOnlyList<string> Paths, CorsPreflight Cors, bool OnErrors) : DocumentEdit;

    internal sealed record ForbidBrowsers(IReadOnlyList<string> Paths, bool OnErrors) : DocumentEdit;

    /// <summary>Null leaves a thing as it is; an empty text and 0 take it away.</summary>
    internal sealed record SetIntegrationOptions(RouteName Route) : DocumentEdit
    {
        public string? VpcLink { get; init; }

        public string? IntegrationTarget { get; init; }

        public int? TimeoutMillis { get; init; }

        public string? Passthrough { get; init; }

        public string? ContentHandling { get; init; }

        public IReadOnlyDictionary<string, string>? RequestParameters { get; init; }

        public IReadOnlyDictionary<string, string>? RequestTemplates { get; init; }

        public IReadOnlyList<string>? CacheKeys { get; init; }

        public bool? SkipsVerification { get; init; }

        public IReadOnlyList<IntegrationAnswerView>? Answers { get; init; }
    }

    /// <summary>Null: none.</summary>
    internal sealed record SetHttpCors(HttpCorsView? Cors) : DocumentEdit;

    /// <summary>Null: none.</summary>
    internal sealed record SetPolicy(string? Policy) : DocumentEdit;
}
