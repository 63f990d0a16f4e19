using System.Globalization;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>The patch paths of UpdateRestApi.</summary>
internal static class RestApiPatch
{
    public static RestApi Apply(RestApi api, PatchOperation patch) => patch.Parts switch
    {
        ["name"] when Replaces(patch) => api with { Name = patch.Value is { Length: > 0 } name ? name : throw AwsError.BadRequest("Name cannot be empty") },
        ["description"] when patch.Op is "add" or "remove" or "replace" => api with { Description = patch.Op is "remove" ? null : patch.Value },
        ["version"] when Replaces(patch) => api with { Version = patch.Value },
        ["apiKeySource"] when Replaces(patch) => api with { ApiKeySource = patch.Value is "HEADER" or "AUTHORIZER" ? patch.Value : throw AwsError.BadRequest("Invalid API key source specified. Valid options are HEADER,AUTHORIZER") },
        ["policy"] when Replaces(patch) => api with { Policy = RestApiRules.Policy(patch.Value) },
        ["securityPolicy"] when Replaces(patch) => api with { SecurityPolicy = RestApiRules.SecurityPolicy(patch.Value) },
        ["endpointAccessMode"] when Replaces(patch) => api with { EndpointAccessMode = RestApiRules.AccessMode(patch.Value) },
        ["disableExecuteApiEndpoint"] when Replaces(patch) => api with { DisableExecuteApiEndpoint = bool.TryParse(patch.Value, out var disabled) && disabled },
        ["minimumCompressionSize"] when Replaces(patch) => api with { MinimumCompressionSize = Size(patch.Value) },
        ["binaryMediaTypes", { Length: > 0 } type] => api with { BinaryMediaTypes = MediaTypes(api.BinaryMediaTypes ?? [], type, patch) },
        ["endpointConfiguration", "types", ..] => api with { EndpointConfiguration = OfType(api.EndpointConfiguration, patch) },
        ["endpointConfiguration", "ipAddressType"] when Replaces(patch) => api with { EndpointConfiguration = OfAddress(api.EndpointConfiguration, patch.Value) },
        ["endpointConfiguration", "vpcEndpointIds", ..] => api with { EndpointConfiguration = OfVpcEndpoint(api.EndpointConfiguration, patch) },
        _ => throw PatchOperation.BadPath(patch.Path),
    };

    private static bool Replaces(PatchOperation patch) =>
        patch.Op is "replace" ? true : throw AwsError.BadRequest("Invalid patch operation specified. Must be one of: [replace]");

    private static int? Size(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        return RestApiRules.CompressionSize(int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var size) ? size : -1);
    }

    private static IReadOnlyList<string>? MediaTypes(IReadOnlyList<string> types, string type, PatchOperation patch)
    {
        IReadOnlyList<string> changed = patch.Op switch
        {
            "add" => types.Contains(type) ? types : [.. types, type],
            "remove" => [.. types.Where(other => other != type)],
            "replace" when types.Contains(type) => [.. types.Select(other => other == type ? patch.Value ?? other : other)],
            "replace" => throw AwsError.NotFound("Invalid binary media type specified"),
            _ => throw AwsError.BadRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'"),
        };
        return changed is [] ? null : changed;
    }

    private static EndpointConfiguration OfType(EndpointConfiguration configuration, PatchOperation patch)
    {
        if (patch.Op is not ("add" or "remove" or "replace"))
        {
            throw AwsError.BadRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'");
        }

        return patch switch
        {
            { Op: "replace", Value: "PRIVATE" } => configuration with { Types = ["PRIVATE"], IpAddressType = "dualstack" },
            { Op: "replace", Value: "REGIONAL" or "EDGE" } => configuration with { Types = [patch.Value], VpcEndpointIds = null },
            { Op: "replace" } => throw AwsError.BadRequest("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE"),
            { Op: "add" } => throw AwsError.BadRequest("Cannot create an api with multiple Endpoint Types."),
            _ => throw AwsError.BadRequest("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED."),
        };
    }

    private static EndpointConfiguration OfAddress(EndpointConfiguration configuration, string? value) => value switch
    {
        "ipv4" when configuration.Types is ["PRIVATE"] => throw AwsError.BadRequest("Only dualstack ipAddressType is supported for Private APIs."),
        "ipv4" or "dualstack" => configuration with { IpAddressType = value },
        _ => throw AwsError.BadRequest("ipAddressType must be either ipv4 or dualstack."),
    };

    private static EndpointConfiguration OfVpcEndpoint(EndpointConfiguration configuration, PatchOperation patch)
    {
        if (configuration.Types is not ["PRIVATE"])
        {
            throw AwsError.BadRequest("VPCEndpoints can only be specified with PRIVATE apis.");
        }

        var ids = configuration.VpcEndpointIds ?? [];
        return patch.Op switch
        {
            "add" when patch.Value is { } id => configuration with { VpcEndpointIds = [.. ids.Append(id).Distinct()] },
            "remove" => configuration with { VpcEndpointIds = ids.Where(id => id != patch.Value).ToArray() is { Length: > 0 } left ? left : null },
            _ => throw PatchOperation.BadPath(patch.Path),
        };
    }
}
