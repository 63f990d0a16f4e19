using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>Verbs on paths, and the responses that they declare.</summary>
internal static class MethodOperations
{
    private const string Template = "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "PutMethod", "PUT", Template, Put),
        new(Gateway.Service, "GetMethod", "GET", Template, call => Answer.Ok(MethodAt.Of(call).Method, WireJson.Default.Method)),
        new(Gateway.Service, "UpdateMethod", "PATCH", Template, Update),
        new(Gateway.Service, "DeleteMethod", "DELETE", Template, Delete),
        new(Gateway.Service, "PutMethodResponse", "PUT", $"{Template}/responses/{{status_code}}", PutResponse),
        new(Gateway.Service, "GetMethodResponse", "GET", $"{Template}/responses/{{status_code}}", call => Answer.Ok(Response(MethodAt.Of(call).Method, call), WireJson.Default.MethodResponse)),
        new(Gateway.Service, "UpdateMethodResponse", "PATCH", $"{Template}/responses/{{status_code}}", UpdateResponse),
        new(Gateway.Service, "DeleteMethodResponse", "DELETE", $"{Template}/responses/{{status_code}}", DeleteResponse),
    ];

    private static Answer Put(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var resource = entry.Definition.Resource(call["resource_id"]);
        var method = new Method
        {
            HttpMethod = MethodRules.Verb(call["http_method"]),
            AuthorizationType = Words.Pooled(call.Body.Text("authorizationType") ?? throw AwsError.Validation(["Value null at 'putMethodInput.authorizationType' failed to satisfy constraint: Member must not be null"])),
            AuthorizerId = call.Body.Text("authorizerId"),
            AuthorizationScopes = call.Body.List("authorizationScopes"),
            ApiKeyRequired = call.Body.Flag("apiKeyRequired") ?? false,
            RequestValidatorId = call.Body.Text("requestValidatorId"),
            OperationName = call.Body.Text("operationName"),
            RequestParameters = call.Body.Flags("requestParameters"),
            RequestModels = call.Body.Texts("requestModels"),
        };
        MethodRules.Check(entry.Definition, method);
        if (resource.ResourceMethods.Find(method.HttpMethod) is not null)
        {
            throw AwsError.Conflict("Method already exists for this resource");
        }

        call.Region.Put(new MethodAt(entry, resource, method).Stored());
        return Answer.Created(method, WireJson.Default.Method);
    }

    private static Answer Update(Call call)
    {
        var at = MethodAt.Of(call);
        var method = PatchOperation.Of(call).Aggregate(at.Method, MethodPatch.Apply);
        MethodRules.Check(at.Entry.Definition, method);
        call.Region.Put((at with { Method = method }).Stored());
        return Answer.Ok(method, WireJson.Default.Method);
    }

    private static Answer Delete(Call call)
    {
        var (entry, resource, method) = MethodAt.Of(call);
        var changed = resource with { ResourceMethods = resource.ResourceMethods!.Without(method.HttpMethod).OrNull() };
        call.Region.Put(entry with { Definition = entry.Definition.With(changed) });
        return Answer.NoContent;
    }

    private static Answer PutResponse(Call call)
    {
        var at = MethodAt.Of(call);
        var response = new MethodResponse
        {
            StatusCode = MethodRules.Status(call["status_code"]),
            ResponseParameters = call.Body.Flags("responseParameters"),
            ResponseModels = call.Body.Texts("responseModels"),
        };
        MethodRules.CheckResponse(at.Entry.Definition, response);
        var responses = at.Method.MethodResponses ?? Map<MethodResponse>.Empty;
        if (responses.ContainsKey(response.StatusCode))
        {
            throw AwsError.Conflict("Response already exists for this resource");
        }

        call.Region.Put((at with { Method = at.Method with { MethodResponses = responses.With(response.StatusCode, response) } }).Stored());
        return Answer.Created(response, WireJson.Default.MethodResponse);
    }

    private static Answer UpdateResponse(Call call)
    {
        var patches = PatchOperation.Of(call, MethodRules.StatusFault(call["status_code"]) is { } fault ? [fault] : []);
        var at = MethodAt.Of(call);
        var response = patches.Aggregate(Response(at.Method, call), MethodPatch.Apply);
        MethodRules.CheckResponse(at.Entry.Definition, response);
        call.Region.Put((at with { Method = at.Method with { MethodResponses = at.Method.MethodResponses!.With(response.StatusCode, response) } }).Stored());
        return Answer.Created(response, WireJson.Default.MethodResponse);
    }

    private static Answer DeleteResponse(Call call)
    {
        var at = MethodAt.Of(call);
        var response = Response(at.Method, call);
        call.Region.Put((at with { Method = at.Method with { MethodResponses = at.Method.MethodResponses!.Without(response.StatusCode).OrNull() } }).Stored());
        return Answer.NoContent;
    }

    private static MethodResponse Response(Method method, Call call) =>
        method.MethodResponses.Find(call["status_code"]) ?? throw AwsError.NotFound("Invalid Response status code specified");
}

/// <summary>A method where it stands.</summary>
internal sealed record MethodAt(ApiEntry Entry, Resource Resource, Method Method)
{
    public static MethodAt Of(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var resource = entry.Definition.Resource(call["resource_id"]);
        return new(entry, resource, resource.ResourceMethods.Find(call["http_method"]) ?? throw AwsError.NotFound("Invalid Method identifier specified"));
    }

    public ApiEntry Stored()
    {
        var methods = (Resource.ResourceMethods ?? Map<Method>.Empty).With(Method.HttpMethod, Method);
        return Entry with { Definition = Entry.Definition.With(Resource with { ResourceMethods = methods }) };
    }
}
