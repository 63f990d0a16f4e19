using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util;

namespace Amazon.Wire;

/// <summary>Where a Region's service lives: the given URL, or https://{prefix}.{region}.{suffix of its partition}. A service of a whole partition is not called by Region in the first of them.</summary>
internal sealed class EndpointRules(string prefix, bool ofPartition = false) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;

        if (parameters["Endpoint"] is string { Length: > 0 } url)
        {
            return fips || dualStack
                ? throw new AmazonClientException("A ServiceURL goes with neither FIPS nor dual stack.")
                : new Endpoint(url);
        }

        if (parameters["Region"] is not string { Length: > 0 } region || Fn.Partition(region) is not { } partition)
        {
            throw new AmazonClientException("No Region and no ServiceURL is configured.");
        }

        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException($"The partition {partition.name} does not support FIPS or dual stack as asked for.");
        }

        if (ofPartition && !fips && !dualStack)
        {
            return new Endpoint(partition.name is "aws" ? $"https://{prefix}.{partition.dnsSuffix}" : $"https://{prefix}.{partition.implicitGlobalRegion}.{partition.dnsSuffix}");
        }

        return new Endpoint($"https://{prefix}{(fips ? "-fips" : "")}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}");
    }
}

internal sealed class EndpointHandler : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint alternative) => new()
    {
        ["Region"] = alternative?.SystemName ?? config.RegionEndpoint?.SystemName ?? RegionOfUrl(config),
        ["UseDualStack"] = config.UseDualstackEndpoint,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["Endpoint"] = config.ServiceURL,
    };

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    private static string RegionOfUrl(IClientConfig config) =>
        string.IsNullOrEmpty(config.AuthenticationRegion) && !string.IsNullOrEmpty(config.ServiceURL)
            ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
            : config.AuthenticationRegion;
}
