using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>The patch paths of UpdateMethod and UpdateMethodResponse. What belongs together (a type and its authorizer) is checked after the last step.</summary>
internal static class MethodPatch
{
    public static Method Apply(Method method, PatchOperation patch) => (patch.Op, patch.Parts) switch
    {
        ("replace", ["authorizationType"]) => WithAuthorization(method, patch.Value ?? ""),
        ("replace", ["authorizerId"]) => method with { AuthorizerId = NotEmpty(patch.Value) },
        ("add" or "remove", ["authorizationScopes"]) => method with { AuthorizationScopes = EntryPatch.Listed(method.AuthorizationScopes, patch.Op, patch.Value) is { Count: > 0 } scopes ? scopes : null },
        ("replace", ["apiKeyRequired"]) => method with { ApiKeyRequired = EntryPatch.Flag(patch.Value) },
        ("replace", ["operationName"]) => method with { OperationName = NotEmpty(patch.Value) },
        ("replace", ["requestValidatorId"]) => method with { RequestValidatorId = NotEmpty(patch.Value) },
        (_, ["requestParameters", { Length: > 0 } name]) => method with { RequestParameters = EntryPatch.Apply(method.RequestParameters, name, patch, EntryPatch.Flag, EntryPatch.NoSuchParameter) },
        (_, ["requestModels", { Length: > 0 } type]) => method with { RequestModels = EntryPatch.Apply(method.RequestModels, type, patch, EntryPatch.Given("requestModels"), EntryPatch.NoSuchContentType) },
        _ => throw PatchOperation.BadPath(patch.Path),
    };

    public static MethodResponse Apply(MethodResponse response, PatchOperation patch) => patch.Parts switch
    {
        ["responseParameters", { Length: > 0 } name] => response with { ResponseParameters = EntryPatch.Apply(response.ResponseParameters, name, patch, EntryPatch.Flag, EntryPatch.NoSuchParameter) },
        ["responseModels", { Length: > 0 } type] => response with { ResponseModels = EntryPatch.Apply(response.ResponseModels, type, patch, EntryPatch.Given("responseModels"), EntryPatch.NoSuchContentType) },
        _ => throw PatchOperation.BadPath(patch.Path),
    };

    /// <summary>An authorizer goes with the types that have none.</summary>
    private static Method WithAuthorization(Method method, string type) => type is "CUSTOM" or "COGNITO_USER_POOLS"
        ? method with { AuthorizationType = Words.Pooled(type) }
        : method with { AuthorizationType = Words.Pooled(type), AuthorizerId = null, AuthorizationScopes = null };

    private static string? NotEmpty(string? value) => value is { Length: > 0 } ? value : null;
}
