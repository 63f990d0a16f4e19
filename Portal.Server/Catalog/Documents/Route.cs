using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>A row of the route table: one operation.</summary>
internal sealed record Route
{
    /// <summary>On an operation: it is kept in the document and not sent to API Gateway.</summary>
    public const string LeaveOutMember = "x-portal-leave-out";

    public required RouteName Name { get; init; }

    public required string? OperationId { get; init; }

    public required string? Summary { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required bool Deprecated { get; init; }

    public required IReadOnlyList<RouteParameter> Parameters { get; init; }

    /// <summary>By the operation's security, or by the document's where the operation has none of its own.</summary>
    public required bool ApiKeyRequired { get; init; }

    /// <summary>The security schemes that count for the operation.</summary>
    public required IReadOnlyList<string> SecurityNames { get; init; }

    public required Guard Guard { get; init; }

    public required bool FollowsDefault { get; init; }

    /// <summary>Null where the default integration answers.</summary>
    public required RouteIntegration? Integration { get; init; }

    /// <summary>What else is said of its own integration.</summary>
    public required IntegrationOptionsView? Options { get; init; }

    public required bool IsLeftOut { get; init; }

    /// <summary>The operation is its path's answer to a browser's CORS preflight.</summary>
    public required bool IsPreflight { get; init; }

    /// <summary>How the route's path answers a CORS preflight; null where it does not.</summary>
    public required CorsPreflight? Cors { get; init; }

    /// <summary>Where the operation is written. That is not its path if the path item is a reference.</summary>
    public required string Pointer { get; init; }

    public required int? Line { get; init; }
}
