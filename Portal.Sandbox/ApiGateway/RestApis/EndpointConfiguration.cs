using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>Where an API can be reached: EDGE unless said otherwise, over IPv4; a private API is always dual-stack.</summary>
internal sealed record EndpointConfiguration
{
    private const string AllTypes = "PRIVATE, EDGE, REGIONAL";

    public required IReadOnlyList<string> Types { get; init; }

    public required string IpAddressType { get; init; }

    public IReadOnlyList<string>? VpcEndpointIds { get; init; }

    public static EndpointConfiguration Edge { get; } = Of("EDGE");

    public static EndpointConfiguration Of(string type) => new() { Types = [type], IpAddressType = type is "PRIVATE" ? "dualstack" : "ipv4" };

    /// <summary>Reads the member <c>endpointConfiguration</c> of a create call, with AWS's checks.</summary>
    public static EndpointConfiguration Read(RequestBody body)
    {
        var configuration = body.Object("endpointConfiguration");
        var types = configuration?.List("types");
        if (types?.Any(type => !AllTypes.Split(", ").Contains(type, StringComparer.Ordinal)) is true)
        {
            configuration!.Fault($"Value '[{string.Join(", ", types)}]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [{AllTypes}]]");
        }

        var address = configuration?.OneOf("ipAddressType", "ipv4, dualstack");
        body.Checked(configuration);

        return configuration is null ? Edge : Checked(types, address, configuration.List("vpcEndpointIds"));
    }

    private static EndpointConfiguration Checked(IReadOnlyList<string>? types, string? address, IReadOnlyList<string>? vpcEndpoints) => types switch
    {
        [] => throw AwsError.BadRequest("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED."),
        { Count: > 1 } => throw AwsError.BadRequest("Cannot create an api with multiple Endpoint Types."),
        ["PRIVATE"] when address is "ipv4" => throw AwsError.BadRequest("Only dualstack ipAddressType is supported for Private APIs."),
        not ["PRIVATE"] when vpcEndpoints is { Count: > 0 } => throw AwsError.BadRequest("VPCEndpoints can only be specified with PRIVATE apis."),
        _ => Of(types?[0] ?? "EDGE") is var made && address is null ? made with { VpcEndpointIds = vpcEndpoints } : made with { IpAddressType = address!, VpcEndpointIds = vpcEndpoints },
    };
}
