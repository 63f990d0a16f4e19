using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Authorizers;

/// <summary>Who may call.</summary>
internal static class AuthorizerOperations
{
    private const string Template = "/v2/apis/{apiId}/authorizers";
    private const string One = $"{Template}/{{authorizerId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateAuthorizer", "POST", Template, call => Answer.Created(Kept(call, new() { AuthorizerId = Ids.Short(), Name = "", AuthorizerType = "" }), JsonV2.Default.Authorizer)),
        new(Gateway.Service, "GetAuthorizers", "GET", Template, List),
        new(Gateway.Service, "GetAuthorizer", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.Authorizer)),
        new(Gateway.Service, "UpdateAuthorizer", "PATCH", One, call => Answer.Ok(Kept(call, Find(call)), JsonV2.Default.Authorizer)),
        new(Gateway.Service, "DeleteAuthorizer", "DELETE", One, Delete),
    ];

    private static Answer List(Call call) => Answer.Ok(
        PageV2<Authorizer>.Of(call, WholeApi.Of(call).Definition.Authorizers, authorizer => authorizer.AuthorizerId, authorizer => authorizer),
        JsonV2.Default.PageV2Authorizer);

    private static Authorizer Kept(Call call, Authorizer before)
    {
        var whole = WholeApi.Of(call);
        var authorizer = before.With(call.Body);
        AuthorizerRules.Check(whole.Definition, authorizer);
        whole.Change(call, whole.Definition with { Authorizers = whole.Definition.Authorizers.With(authorizer.AuthorizerId, authorizer) });
        return authorizer;
    }

    private static Answer Delete(Call call)
    {
        var authorizer = Find(call);
        var whole = WholeApi.Of(call);
        if (whole.Definition.Routes.Values.FirstOrDefault(route => route.AuthorizerId == authorizer.AuthorizerId) is { } user)
        {
            throw AwsError.Conflict($"Cannot delete authorizer '{authorizer.Name}', is referenced in route: {user.RouteKey}");
        }

        whole.Change(call, whole.Definition with { Authorizers = whole.Definition.Authorizers.Without(authorizer.AuthorizerId) });
        return Answer.NoContent;
    }

    private static Authorizer Find(Call call) =>
        WholeApi.Of(call).Definition.Authorizers.Find(call["authorizerId"]) ?? throw AwsError.NotFound("Invalid Authorizer identifier specified");
}
