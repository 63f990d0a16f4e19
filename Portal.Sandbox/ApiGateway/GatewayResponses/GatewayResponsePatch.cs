using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.GatewayResponses;

/// <summary>The patch paths of UpdateGatewayResponse. A response that was AWS's own is the API's from then on.</summary>
internal static class GatewayResponsePatch
{
    public static GatewayResponse Apply(GatewayResponse response, PatchOperation patch) => (patch.Op, patch.Parts) switch
    {
        ("replace", ["statusCode"]) => response with { StatusCode = patch.Value },
        (_, ["responseParameters"]) => throw Empty(patch, "responseParameters"),
        (_, ["responseTemplates"]) => throw Empty(patch, "responseTemplates"),
        (_, ["responseParameters", { Length: > 0 } name]) => response with { ResponseParameters = Changed(response.ResponseParameters, name, patch, "responseParameters", EntryPatch.NoSuchParameter) },
        (_, ["responseTemplates", { Length: > 0 } type]) => response with { ResponseTemplates = Changed(response.ResponseTemplates, type, patch, "responseTemplates", EntryPatch.NoSuchContentType) },
        _ => throw PatchOperation.BadPath(patch.Path),
    };

    private static Map<string> Changed(Map<string> entries, string key, PatchOperation patch, string map, string missing) =>
        EntryPatch.Apply(entries, key, patch, EntryPatch.Given(map), missing) ?? Map<string>.Empty;

    /// <summary>The map as a whole cannot be set; without a value the service complains of that first.</summary>
    private static AwsError Empty(PatchOperation patch, string map) =>
        patch.Value is null or "" ? AwsError.BadRequest($"Invalid null or empty value in {map}") : PatchOperation.BadPath(patch.Path);
}
