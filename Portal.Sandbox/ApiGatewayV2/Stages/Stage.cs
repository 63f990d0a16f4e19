using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Stages;

/// <summary>A name under which a deployment is served, as GetStage shows it.</summary>
internal sealed record Stage
{
    /// <summary>Served at the root of the API's address.</summary>
    public const string Default = "$default";

    public required string StageName { get; init; }

    public string? Description { get; init; }

    public string? DeploymentId { get; init; }

    public bool? AutoDeploy { get; init; }

    public string? ClientCertificateId { get; init; }

    public AccessLogSettings? AccessLogSettings { get; init; }

    public RouteSettings DefaultRouteSettings { get; init; } = new() { DetailedMetricsEnabled = false };

    /// <summary>By route key.</summary>
    public Map<RouteSettings> RouteSettings { get; init; } = Map<RouteSettings>.Empty;

    public Map<string> StageVariables { get; init; } = Map<string>.Empty;

    public string? LastDeploymentStatusMessage { get; init; }

    /// <summary>Made by quick create.</summary>
    public bool? ApiGatewayManaged { get; init; }

    public Map<string> Tags { get; init; } = Map<string>.Empty;

    public required DateTimeOffset CreatedDate { get; init; }

    public required DateTimeOffset LastUpdatedDate { get; init; }

    public static Stage New(string name, DateTimeOffset now) => new() { StageName = name, CreatedDate = now, LastUpdatedDate = now };

    public Stage Serving(string deploymentId, DateTimeOffset now) => this with
    {
        DeploymentId = deploymentId,
        LastUpdatedDate = now,
        LastDeploymentStatusMessage = AutoDeploy is true ? $"Successfully deployed stage with deployment ID '{deploymentId}'" : null,
    };

    public Stage With(RequestBody body, DateTimeOffset now) => this with
    {
        Description = body.Text("description") ?? Description,
        DeploymentId = body.Text("deploymentId") ?? DeploymentId,
        AutoDeploy = body.Flag("autoDeploy") ?? AutoDeploy,
        ClientCertificateId = body.Text("clientCertificateId") ?? ClientCertificateId,
        AccessLogSettings = body.Object("accessLogSettings") is { } log ? new(log.Text("destinationArn"), log.Text("format")) : AccessLogSettings,
        DefaultRouteSettings = body.Object("defaultRouteSettings") is { } settings ? DefaultRouteSettings.With(settings) : DefaultRouteSettings,
        RouteSettings = (body.ObjectsByName("routeSettings") ?? Map<RequestBody>.Empty)
            .Aggregate(RouteSettings, (all, pair) => all.With(pair.Key, (all.Find(pair.Key) ?? new()).With(pair.Value))),
        StageVariables = Choice.Merged(StageVariables, body.Texts("stageVariables")) ?? Map<string>.Empty,
        LastUpdatedDate = now,
    };
}

internal sealed record AccessLogSettings(string? DestinationArn, string? Format);

/// <summary>Limits, metrics and logs of a route.</summary>
internal sealed record RouteSettings
{
    public bool? DataTraceEnabled { get; init; }

    public bool? DetailedMetricsEnabled { get; init; }

    public string? LoggingLevel { get; init; }

    public int? ThrottlingBurstLimit { get; init; }

    public double? ThrottlingRateLimit { get; init; }

    public RouteSettings With(RequestBody body) => new()
    {
        DataTraceEnabled = body.Flag("dataTraceEnabled") ?? DataTraceEnabled,
        DetailedMetricsEnabled = body.Flag("detailedMetricsEnabled") ?? DetailedMetricsEnabled,
        LoggingLevel = Choice.Of(body, "loggingLevel", "logging level", "ERROR", "INFO", "OFF") ?? LoggingLevel,
        ThrottlingBurstLimit = body.Whole("throttlingBurstLimit") ?? ThrottlingBurstLimit,
        ThrottlingRateLimit = body.Number("throttlingRateLimit") ?? ThrottlingRateLimit,
    };
}
