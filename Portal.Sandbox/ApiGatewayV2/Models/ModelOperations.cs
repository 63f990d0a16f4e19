using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;
using FlatModel = Portal.Sandbox.ApiGateway.Models.FlatModel;
using ModelRules = Portal.Sandbox.ApiGateway.Models.ModelRules;
using ModelTemplate = Portal.Sandbox.ApiGateway.Models.ModelTemplate;

namespace Portal.Sandbox.ApiGatewayV2.Models;

/// <summary>The models of a WebSocket API. They are checked as those of REST APIs are.</summary>
internal static class ModelOperations
{
    private const string Template = "/v2/apis/{apiId}/models";
    private const string One = $"{Template}/{{modelId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateModel", "POST", Template, call => Answer.Created(Kept(call, new() { ModelId = Ids.Short(), Name = "" }), JsonV2.Default.Model)),
        new(Gateway.Service, "GetModels", "GET", Template, List),
        new(Gateway.Service, "GetModel", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.Model)),
        new(Gateway.Service, "UpdateModel", "PATCH", One, call => Answer.Ok(Kept(call, Find(call)), JsonV2.Default.Model)),
        new(Gateway.Service, "DeleteModel", "DELETE", One, Delete),
        new(Gateway.Service, "GetModelTemplate", "GET", $"{One}/template", call => Answer.Ok(new(ModelTemplate.Of(Find(call).Schema, _ => null)), JsonV2.Default.ModelTemplateText)),
    ];

    private static Answer List(Call call) => Answer.Ok(PageV2<Model>.Of(call, WholeApi.Of(call).Definition.Models, model => model.ModelId, model => model), JsonV2.Default.PageV2Model);

    private static Model Kept(Call call, Model before)
    {
        var whole = WholeApi.Of(call);
        if (whole.Definition.IsHttp)
        {
            throw AwsError.BadRequest("Models are only supported for WEBSOCKET APIs");
        }

        var model = before with
        {
            Name = ModelRules.Name(call.Body.Text("name") ?? before.Name),
            ContentType = ModelRules.ContentType(call.Body.Text("contentType") ?? before.ContentType ?? "application/json"),
            Description = call.Body.Text("description") ?? before.Description,
            Schema = ModelRules.Schema(call.Body.Text("schema") ?? before.Schema),
        };
        if (FlatModel.NamesIn(model.Schema).FirstOrDefault(name => !whole.Definition.Models.Values.Any(other => other.Name == name)) is { } missing)
        {
            // That the service looks for them is known of REST APIs, the text is not.
            throw AwsError.BadRequest($"Invalid model specified: Validation Result: warnings : [], errors : [Invalid model reference: {missing}]");
        }

        if (whole.Definition.Models.Values.Any(other => other.ModelId != model.ModelId && other.Name == model.Name))
        {
            throw AwsError.Conflict("Model name already exists for this API");
        }

        whole.Change(call, whole.Definition with { Models = whole.Definition.Models.With(model.ModelId, model) });
        return model;
    }

    private static Answer Delete(Call call)
    {
        var model = Find(call);
        var whole = WholeApi.Of(call);
        if (whole.Definition.Routes.Values.FirstOrDefault(route => route.RequestModels?.Values.Contains(model.Name) is true) is { } user)
        {
            throw AwsError.Conflict($"Cannot delete model '{model.Name}', is referenced in route: {user.RouteKey}");
        }

        whole.Change(call, whole.Definition with { Models = whole.Definition.Models.Without(model.ModelId) });
        return Answer.NoContent;
    }

    private static Model Find(Call call) => WholeApi.Of(call).Definition.Models.Find(call["modelId"]) ?? throw AwsError.NotFound("Invalid Model identifier specified");
}
