using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Deployments;

/// <summary>A frozen definition that stages point at.</summary>
internal sealed record Deployment
{
    public required string Id { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    public required Snapshot Snapshot { get; init; }

    public ShownDeployment Shown => new(Id, Description, CreatedDate, null);
}

/// <summary>A deployment in an answer; the summary only when asked for by <c>embed=apisummary</c>.</summary>
internal sealed record ShownDeployment(string Id, string? Description, DateTimeOffset CreatedDate, Map<Map<MethodSnapshot>>? ApiSummary);

/// <summary>The API's own attributes (binary media types, key source, policy) belong to a deployment as well.</summary>
internal sealed record Snapshot(RestApi Api, ApiDefinition Definition);

internal sealed record MethodSnapshot(string AuthorizationType, bool ApiKeyRequired);
