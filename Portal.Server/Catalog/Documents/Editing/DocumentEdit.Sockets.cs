using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

internal abstract partial record DocumentEdit
{
    /// <summary>What is said of a new one is whole.</summary>
    internal sealed record AddSocketRoute(ChangeSocketRoute Route) : DocumentEdit;

    /// <summary>Changes what is given.</summary>
    internal sealed record ChangeSocketRoute(string Key) : DocumentEdit
    {
        public string? NewKey { get; init; }

        /// <summary>Empty takes it away.</summary>
        public string? OperationId { get; init; }

        public SocketIntegrationView? Integration { get; init; }

        public bool? Answers { get; init; }

        public bool? ApiKeyRequired { get; init; }

        public IReadOnlyList<RouteParameter>? Parameters { get; init; }

        public MessageModels? Messages { get; init; }

        public MessageModels? Replies { get; init; }
    }

    internal sealed record SetRouteSelection(string Expression) : DocumentEdit;
}
