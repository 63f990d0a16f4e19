using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.RequestValidators;

/// <summary>What is checked before an integration is called.</summary>
internal static class RequestValidatorOperations
{
    private const string Template = "/restapis/{restapi_id}/requestvalidators";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateRequestValidator", "POST", Template, Create),
        new(Gateway.Service, "GetRequestValidators", "GET", Template, List),
        new(Gateway.Service, "GetRequestValidator", "GET", $"{Template}/{{requestvalidator_id}}", call => Answer.Ok(Find(call.Region.Api(call["restapi_id"]), call), WireJson.Default.RequestValidator)),
        new(Gateway.Service, "UpdateRequestValidator", "PATCH", $"{Template}/{{requestvalidator_id}}", Update),
        new(Gateway.Service, "DeleteRequestValidator", "DELETE", $"{Template}/{{requestvalidator_id}}", Delete),
    ];

    private static Answer Create(Call call)
    {
        // AWS has a text of its own here: 400, while reads answer 404.
        var entry = call.Region.Find(call["restapi_id"]) ?? throw AwsError.BadRequest("Invalid REST API identifier specified");
        var validator = new RequestValidator
        {
            Id = Ids.Short(),
            Name = call.Body.Text("name") ?? "",
            ValidateRequestBody = call.Body.Flag("validateRequestBody") ?? false,
            ValidateRequestParameters = call.Body.Flag("validateRequestParameters") ?? false,
        };
        call.Region.Put(entry with { Definition = entry.Definition with { Validators = entry.Definition.Validators.With(validator.Id, validator) } });
        return Answer.Created(validator, WireJson.Default.RequestValidator);
    }

    private static Answer List(Call call) => Answer.Ok(
        Page<RequestValidator>.Of(call, call.Region.Api(call["restapi_id"]).Definition.Validators, validator => validator.Id, validator => validator),
        WireJson.Default.PageRequestValidator);

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var validator = PatchOperation.Of(call).Aggregate(Find(entry, call), Patched);
        call.Region.Put(entry with { Definition = entry.Definition with { Validators = entry.Definition.Validators.With(validator.Id, validator) } });
        return Answer.Ok(validator, WireJson.Default.RequestValidator);
    }

    private static RequestValidator Patched(RequestValidator validator, PatchOperation patch) => (patch.Op, patch.Path) switch
    {
        ("replace", "/name") => validator with { Name = patch.Value is { Length: > 0 } name ? name : throw AwsError.BadRequest("Request Validator name cannot be blank") },
        ("replace", "/validateRequestBody") => validator with { ValidateRequestBody = EntryPatch.Flag(patch.Value) },
        ("replace", "/validateRequestParameters") => validator with { ValidateRequestParameters = EntryPatch.Flag(patch.Value) },
        _ => throw patch.NotSupported("/name", "/validateRequestParameters", "/validateRequestBody"),
    };

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var validator = Find(entry, call);
        var user = entry.Definition.Resources.Values.SelectMany(resource => resource.ResourceMethods?.Values ?? []).Any(method => method.RequestValidatorId == validator.Id);
        if (user)
        {
            throw AwsError.Conflict($"Cannot delete validator '{validator.Name}', is referenced in a method");
        }

        call.Region.Put(entry with { Definition = entry.Definition with { Validators = entry.Definition.Validators.Without(validator.Id) } });
        return Answer.Accepted;
    }

    private static RequestValidator Find(ApiEntry entry, Call call) =>
        entry.Definition.Validators.Find(call["requestvalidator_id"]) ?? throw AwsError.NotFound("Invalid Request Validator identifier specified");
}
