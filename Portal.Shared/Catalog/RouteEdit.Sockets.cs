namespace Portal.Shared.Catalog;

public abstract partial record RouteEdit
{
    /// <summary>Of a WebSocket API. It is removed as others are: removeRoute of the method ANY and the path /KEY; $connect is guarded by setGuard of "ANY /$connect".</summary>
    public sealed record AddSocketRoute : RouteEdit
    {
        /// <summary>$connect, $disconnect, $default, or what messages say.</summary>
        public required string Key { get; init; }

        public string? OperationId { get; init; }

        public required SocketIntegrationView Integration { get; init; }

        /// <summary>Whether what the integration answers is sent back to whoever sent the message.</summary>
        public bool Answers { get; init; }

        /// <summary>Whether who connects must bring an API key besides; of $connect alone.</summary>
        public bool ApiKeyRequired { get; init; }

        /// <summary>The header and query parameters that who connects sends; of $connect alone.</summary>
        public IReadOnlyList<ParameterView> Parameters { get; init; } = [];

        /// <summary>What messages are held against.</summary>
        public MessageModels? Messages { get; init; }

        /// <summary>What is sent back looks like this, where answers are.</summary>
        public MessageModels? Replies { get; init; }
    }

    /// <summary>Changes what is given; null leaves a thing as it is.</summary>
    public sealed record ChangeSocketRoute : RouteEdit
    {
        public required string Key { get; init; }

        /// <summary>The route is called so from now on.</summary>
        public string? NewKey { get; init; }

        /// <summary>Empty takes it away.</summary>
        public string? OperationId { get; init; }

        public SocketIntegrationView? Integration { get; init; }

        public bool? Answers { get; init; }

        /// <summary>Whether who connects must bring an API key besides; of $connect alone.</summary>
        public bool? ApiKeyRequired { get; init; }

        /// <summary>The header and query parameters that who connects sends; of $connect alone. Whole.</summary>
        public IReadOnlyList<ParameterView>? Parameters { get; init; }

        /// <summary>What messages are held against.</summary>
        public MessageModels? Messages { get; init; }

        /// <summary>What is sent back looks like this, where answers are.</summary>
        public MessageModels? Replies { get; init; }
    }

    /// <summary>Says which part of a message names its route.</summary>
    public sealed record SetRouteSelection : RouteEdit
    {
        /// <summary>$request.body.action, or with braces and text: ${request.body.kind}/${request.body.action}.</summary>
        public required string Expression { get; init; }
    }
}
