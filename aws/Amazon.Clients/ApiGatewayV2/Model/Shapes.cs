// Written by aws/write.py.
namespace Amazon.ApiGatewayV2.Model;

public class AccessLogSettings
{
    public string DestinationArn { get; set; }
    public string Format { get; set; }
}

public class Api
{
    public string ApiEndpoint { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public string ApiId { get; set; }
    public string ApiKeySelectionExpression { get; set; }
    public Cors CorsConfiguration { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public bool? DisableSchemaValidation { get; set; }
    public List<string> ImportInfo { get; set; }
    public IpAddressType IpAddressType { get; set; }
    public string Name { get; set; }
    public ProtocolType ProtocolType { get; set; }
    public string RouteSelectionExpression { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }
}

public class Cors
{
    public bool? AllowCredentials { get; set; }
    public List<string> AllowHeaders { get; set; }
    public List<string> AllowMethods { get; set; }
    public List<string> AllowOrigins { get; set; }
    public List<string> ExposeHeaders { get; set; }
    public int? MaxAge { get; set; }
}

public class RouteSettings
{
    public bool? DataTraceEnabled { get; set; }
    public bool? DetailedMetricsEnabled { get; set; }
    public LoggingLevel LoggingLevel { get; set; }
    public int? ThrottlingBurstLimit { get; set; }
    public double? ThrottlingRateLimit { get; set; }
}

public class Stage
{
    public AccessLogSettings AccessLogSettings { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public bool? AutoDeploy { get; set; }
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public RouteSettings DefaultRouteSettings { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string LastDeploymentStatusMessage { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public Dictionary<string, RouteSettings> RouteSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> StageVariables { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}
