namespace Portal.Shared.Catalog;

public abstract partial record RouteEdit
{
    /// <summary>Says what API Gateway answers by itself. What the portal does not know of it stays.</summary>
    public sealed record SetGatewayResponse : RouteEdit
    {
        /// <summary>One of the 21: THROTTLED, DEFAULT_4XX, ...</summary>
        public required string Type { get; init; }

        /// <summary>100 to 599; null leaves it as it is by itself.</summary>
        public string? Status { get; init; }

        /// <summary>By the header's name: 'a text' in quotes, or method.request.header.X, context.X, stageVariables.X.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        /// <summary>By content type; none leaves API Gateway's own.</summary>
        public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();
    }

    /// <summary>Goes back to API Gateway's own answer.</summary>
    public sealed record RemoveGatewayResponse : RouteEdit
    {
        public required string Type { get; init; }
    }
}
