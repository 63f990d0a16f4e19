using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Authorizers;

/// <summary>Who may call.</summary>
internal static class AuthorizerOperations
{
    private const string Template = "/restapis/{restapi_id}/authorizers";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateAuthorizer", "POST", Template, Create),
        new(Gateway.Service, "GetAuthorizers", "GET", Template, List),
        new(Gateway.Service, "GetAuthorizer", "GET", $"{Template}/{{authorizer_id}}", call => Answer.Ok(Find(call.Region.Api(call["restapi_id"]), call), WireJson.Default.Authorizer)),
        new(Gateway.Service, "UpdateAuthorizer", "PATCH", $"{Template}/{{authorizer_id}}", Update),
        new(Gateway.Service, "DeleteAuthorizer", "DELETE", $"{Template}/{{authorizer_id}}", Delete),
    ];

    private static Answer Create(Call call)
    {
        // For an API that is not there AWS speaks of concurrent modification here.
        var entry = call.Region.Find(call["restapi_id"]) ?? throw AwsError.Conflict("Unable to complete operation due to concurrent modification. Please try again later.");
        var type = call.Body.OneOf("type", "TOKEN, REQUEST, COGNITO_USER_POOLS");
        call.Body.Checked();
        var authorizer = AuthorizerRules.Checked(new()
        {
            Id = Ids.Short(),
            Name = call.Body.Text("name") ?? "",
            Type = type ?? "",
            ProviderArns = call.Body.List("providerARNs"),
            AuthType = call.Body.Text("authType") ?? (type is "COGNITO_USER_POOLS" ? "cognito_user_pools" : "custom"),
            AuthorizerUri = call.Body.Text("authorizerUri"),
            AuthorizerCredentials = call.Body.Text("authorizerCredentials"),
            IdentitySource = call.Body.Text("identitySource"),
            IdentityValidationExpression = call.Body.Text("identityValidationExpression"),
            AuthorizerResultTtlInSeconds = call.Body.Whole("authorizerResultTtlInSeconds"),
        });
        Limits.Check(entry.Definition.Authorizers.Count + 1, Limits.Authorizers, "authorizers", "this API");
        call.Region.Put(entry with { Definition = entry.Definition with { Authorizers = entry.Definition.Authorizers.With(authorizer.Id, authorizer) } });
        return Answer.Created(authorizer, WireJson.Default.Authorizer);
    }

    private static Answer List(Call call) => Answer.Ok(
        Page<Authorizer>.Of(call, call.Region.Api(call["restapi_id"]).Definition.Authorizers, authorizer => authorizer.Id, authorizer => authorizer),
        WireJson.Default.PageAuthorizer);

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var authorizer = AuthorizerRules.Checked(PatchOperation.Of(call).Aggregate(Find(entry, call), AuthorizerPatch.Apply));
        call.Region.Put(entry with { Definition = entry.Definition with { Authorizers = entry.Definition.Authorizers.With(authorizer.Id, authorizer) } });
        return Answer.Ok(authorizer, WireJson.Default.Authorizer);
    }

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var authorizer = Find(entry, call);
        var user = entry.Definition.Resources.Values.SelectMany(resource => resource.ResourceMethods?.Values ?? []).Any(method => method.AuthorizerId == authorizer.Id);
        if (user)
        {
            throw AwsError.Conflict($"Cannot delete authorizer '{authorizer.Name}', is referenced in a method");
        }

        call.Region.Put(entry with { Definition = entry.Definition with { Authorizers = entry.Definition.Authorizers.Without(authorizer.Id) } });
        return Answer.Accepted;
    }

    public static Authorizer Find(ApiEntry entry, Call call) =>
        entry.Definition.Authorizers.Find(call["authorizer_id"]) ?? throw AwsError.NotFound("Invalid Authorizer identifier specified");
}
