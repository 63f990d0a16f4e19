using Amazon;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Where a connection leads: a Region of AWS, or an emulator that stands for one.</summary>
/// <param name="Region">As AWS writes it: eu-west-1.</param>
/// <param name="ServiceUrl">Another address than the Region's own; null is AWS.</param>
internal sealed record AwsEndpoint(string Region, Uri? ServiceUrl)
{
    /// <summary>With this our paths begin of what only version 2 of the service knows and version 1 names alike; ARNs say it not.</summary>
    public const string V2 = "v2/";

    private static readonly string[] Suffixes = [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"];

    /// <summary>A signature holds the host's name, so nothing but AWS itself answers to another address than AWS's: that is an emulator, and never sees credentials that open AWS.</summary>
    public bool IsEmulator => ServiceUrl is { } url && !Suffixes.Any(suffix => url.Host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>What AWS's limits are for. The account of the portal's own credentials is not known without asking; it is one and the same for all connections that use them.</summary>
    public PacedPlace PaceOf(string? roleArn) => new(IsEmulator ? ServiceUrl!.ToString() : roleArn?.Split(':') is [_, _, _, _, var account, ..] ? account : "the portal's own account", Region);

    /// <summary>The Region for which calls to IAM are signed.</summary>
    public string GlobalRegion => Endpoint.PartitionName switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        "aws-iso" => "us-iso-east-1",
        "aws-iso-b" => "us-isob-east-1",
        "aws-eusc" => Region,
        _ => "us-east-1",
    };

    public string Partition => Endpoint.PartitionName;

    private RegionEndpoint Endpoint => RegionEndpoint.GetBySystemName(Region);

    /// <summary>Where a stage is called. Emulators serve stages below their own address, as LocalStack began to.</summary>
    public string InvokeUrl(string restApiId, string stage) => IsEmulator
        ? $"{ServiceUrl!.ToString().TrimEnd('/')}/restapis/{restApiId}/{stage}/_user_request_"
        : $"https://{restApiId}.execute-api.{Region}.{Endpoint.PartitionDnsSuffix}/{stage}";

    /// <summary>The same of HTTP APIs, whose stage $default is called without its name.</summary>
    public string InvokeUrlV2(string apiId, string stage) => (IsEmulator, stage) switch
    {
        (true, _) => $"{ServiceUrl!.ToString().TrimEnd('/')}/apis/{apiId}/{stage}/_user_request_",
        (_, "$default") => $"https://{apiId}.execute-api.{Region}.{Endpoint.PartitionDnsSuffix}",
        _ => $"https://{apiId}.execute-api.{Region}.{Endpoint.PartitionDnsSuffix}/{stage}",
    };

    /// <summary>The same of WebSocket APIs: where a connection is opened.</summary>
    public string SocketUrl(string apiId, string stage)
    {
        var url = InvokeUrlV2(apiId, stage);

        return $"ws{url["http".Length..]}";
    }

    public string StageArnV2(string apiId, string stage) => ArnOf($"apis/{apiId}/stages/{stage}");

    public string StageArn(string restApiId, string stage) => ArnOf($"restapis/{restApiId}/stages/{stage}");

    /// <param name="path">Of a thing of API Gateway, as "restapis/abc".</param>
    public string ArnOf(string path) => $"arn:{Endpoint.PartitionName}:apigateway:{Region}::/{(path.StartsWith(V2, StringComparison.Ordinal) ? path[V2.Length..] : path)}";
}
