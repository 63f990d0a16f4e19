using Portal.Server.Gateway;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What of a document reaches API Gateway, and what is said about the rest.</summary>
internal sealed record Projection
{
    /// <summary>
    /// What would be sent: only the operations of which no error is found. Null where an error concerns the document as a whole, or nothing is left.
    /// </summary>
    public required DefinitionSpec? Spec { get; init; }

    /// <summary>Errors first, otherwise in the order of the document.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Nothing is deployed while an error stands: an operation is left out because somebody said so, never by itself.</summary>
    public bool MayBeDeployed => Spec is not null && Findings.All(finding => finding.Level is not FindingLevel.Error);
}

/// <summary>What the projection needs to know and a document does not say.</summary>
internal sealed record ProjectionSettings
{
    /// <summary>The portal's id of the API.</summary>
    public required string ApiId { get; init; }

    /// <summary>The API's fixed name in AWS.</summary>
    public required string AwsName { get; init; }

    /// <summary>REGIONAL, EDGE or PRIVATE.</summary>
    public required string EndpointType { get; init; }
}
