using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.DomainNames;

/// <summary>Checks of names of one's own. But for mutual TLS, texts are not recorded from the service.</summary>
internal static partial class DomainNameRules
{
    public static string Name(string? name) => name is { Length: <= 253 } && HostName().IsMatch(name)
        ? name
        : throw AwsError.BadRequest($"Invalid domain name specified: {name}");

    public static string Type(string? type) => type is "EDGE" or "REGIONAL" or "PRIVATE"
        ? type
        : throw AwsError.BadRequest("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");

    public static string AddressType(string? type) => type is "ipv4" or "dualstack"
        ? type
        : throw AwsError.BadRequest("ipAddressType must be either ipv4 or dualstack.");

    public static string SecurityPolicy(string? policy) => policy is "TLS_1_0" or "TLS_1_2" || policy?.StartsWith("SecurityPolicy_", StringComparison.Ordinal) is true
        ? policy
        : throw AwsError.BadRequest("Invalid security policy specified");

    public static string AccessMode(string? mode) => mode is "BASIC" or "STRICT"
        ? mode
        : throw AwsError.BadRequest("Invalid endpoint access mode specified. Valid options are BASIC,STRICT");

    public static string? Policy(bool isPrivate, string? policy) => policy is null or "" ? null
        : isPrivate ? RestApiRules.Policy(policy)
        : throw AwsError.BadRequest("A policy can only be specified for private custom domain names.");

    public static WholeDomain Checked(WholeDomain whole)
    {
        var configurations = whole.Domain.DomainNameConfigurations;
        if (configurations is [])
        {
            throw AwsError.BadRequest("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        }

        if (configurations.FirstOrDefault(one => !Certificate().IsMatch(one.CertificateArn ?? "")) is { } bare)
        {
            throw AwsError.BadRequest($"Invalid certificate ARN: the {bare.EndpointType} endpoint of a domain name needs the ARN of a certificate");
        }

        if (whole.Domain.MutualTlsAuthentication is { } tls)
        {
            CheckMutualTls(tls, configurations);
        }

        return whole;
    }

    private static void CheckMutualTls(MutualTls tls, IReadOnlyList<DomainNameConfiguration> configurations)
    {
        if (tls.TruststoreUri?.StartsWith("s3://", StringComparison.Ordinal) is not true)
        {
            throw AwsError.BadRequest("Invalid truststore URI: it must be of the form s3://bucket/key");
        }

        if (configurations.Any(one => one.EndpointType is not "REGIONAL" || one.SecurityPolicy is "TLS_1_0"))
        {
            throw AwsError.BadRequest("Mutual TLS authentication is only supported with TLS 1.2.");
        }
    }

    [GeneratedRegex(@"\A(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z")]
    private static partial Regex HostName();

    [GeneratedRegex(@"\Aarn:aws[\w-]*:(acm|iam):.+\z")]
    private static partial Regex Certificate();
}
