using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Models;

/// <summary>The schemas of an API.</summary>
internal static class ModelOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateModel", "POST", "/restapis/{restapi_id}/models", Create),
        new(Gateway.Service, "GetModels", "GET", "/restapis/{restapi_id}/models", List),
        new(Gateway.Service, "GetModel", "GET", "/restapis/{restapi_id}/models/{model_name}", Get),
        new(Gateway.Service, "GetModelTemplate", "GET", "/restapis/{restapi_id}/models/{model_name}/default_template", GetTemplate),
        new(Gateway.Service, "UpdateModel", "PATCH", "/restapis/{restapi_id}/models/{model_name}", Update),
        new(Gateway.Service, "DeleteModel", "DELETE", "/restapis/{restapi_id}/models/{model_name}", Delete),
    ];

    private static Answer Create(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var model = new Model
        {
            Id = Ids.Short(),
            Name = ModelRules.Name(call.Body.Text("name")),
            Description = call.Body.Text("description"),
            ContentType = ModelRules.ContentType(call.Body.Text("contentType")),
            Schema = ModelRules.Schema(call.Body.Text("schema")),
        };
        if (entry.Definition.Models.ContainsKey(model.Name))
        {
            throw AwsError.Conflict("Model name already exists for this REST API");
        }

        call.Region.Put(entry with { Definition = entry.Definition with { Models = entry.Definition.Models.With(model.Name, model) } });
        return Answer.Created(model, WireJson.Default.Model);
    }

    private static Answer List(Call call) =>
        Answer.Ok(Page<Model>.Of(call, call.Region.Api(call["restapi_id"]).Definition.Models, model => model.Name, model => model), WireJson.Default.PageModel);

    private static Answer Get(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var model = Find(entry, call["model_name"]);
        var flat = call.Query["flatten"].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
        return Answer.Ok(flat ? FlatModel.Of(model, entry.Definition.Models) : model, WireJson.Default.Model);
    }

    private static Answer GetTemplate(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var model = Find(entry, call["model_name"]);
        return Answer.Ok(new(ModelTemplate.Of(model.Schema, reference => FlatModel.Referred(reference, entry.Definition.Models))), WireJson.Default.ModelTemplateText);
    }

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var model = PatchOperation.Of(call).Aggregate(Find(entry, call["model_name"]), (state, patch) => (patch.Op, patch.Path) switch
        {
            ("replace", "/description") => state with { Description = patch.Value },
            ("replace", "/schema") => state with { Schema = ModelRules.Schema(patch.Value) },
            _ => throw patch.NotSupported("/description", "/schema"),
        });
        call.Region.Put(entry with { Definition = entry.Definition with { Models = entry.Definition.Models.With(model.Name, model) } });
        return Answer.Ok(model, WireJson.Default.Model);
    }

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var model = Find(entry, call["model_name"]);
        foreach (var resource in entry.Definition.Resources.Values)
        {
            foreach (var method in resource.ResourceMethods?.Values ?? [])
            {
                if (method.RequestModels?.Values.Contains(model.Name) is true)
                {
                    // The root reads "//ANY": its path and the verb, with a slash between.
                    throw AwsError.Conflict($"Cannot delete model '{model.Name}', is referenced in method request: {resource.Path}/{method.HttpMethod}");
                }

                if (method.MethodResponses?.Values.Any(response => response.ResponseModels?.Values.Contains(model.Name) is true) is true)
                {
                    throw AwsError.Conflict($"Cannot delete model '{model.Name}', is referenced in method response: {resource.Path}/{method.HttpMethod}");
                }
            }
        }

        call.Region.Put(entry with { Definition = entry.Definition with { Models = entry.Definition.Models.Without(model.Name) } });
        return Answer.Accepted;
    }

    private static Model Find(ApiEntry entry, string name) =>
        entry.Definition.Models.Find(name) ?? throw AwsError.NotFound($"Invalid model name specified: {name}");
}

/// <summary>A mapping template in an answer.</summary>
internal sealed record ModelTemplateText(string Value);
