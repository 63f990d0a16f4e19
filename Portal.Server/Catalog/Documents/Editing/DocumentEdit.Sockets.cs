using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

internal abstract partial record DocumentEdit
{
    internal sealed record AddSocketRoute(string Key, string? OperationId, SocketIntegrationView Integration, bool Answers) : DocumentEdit;

    /// <summary>Changes what is given.</summary>
    internal sealed record ChangeSocketRoute(string Key) : DocumentEdit
    {
        public string? NewKey { get; init; }

        /// <summary>Empty takes it away.</summary>
        public string? OperationId { get; init; }

        public SocketIntegrationView? Integration { get; init; }

        public bool? Answers { get; init; }
    }

    internal sealed record SetRouteSelection(string Expression) : DocumentEdit;
}
