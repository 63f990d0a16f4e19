using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.DomainNames;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>The life of a REST API without a document; <c>OpenApi</c> has the operations with one.</summary>
internal static class RestApiOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateRestApi", "POST", "/restapis", Create),
        new(Gateway.Service, "GetRestApis", "GET", "/restapis", List),
        new(Gateway.Service, "GetRestApi", "GET", "/restapis/{restapi_id}", Get),
        new(Gateway.Service, "UpdateRestApi", "PATCH", "/restapis/{restapi_id}", Update),
        new(Gateway.Service, "DeleteRestApi", "DELETE", "/restapis/{restapi_id}", Delete),
    ];

    private static Answer Create(Call call)
    {
        var body = call.Body;
        var source = body.OneOf("apiKeySource", "HEADER, AUTHORIZER");
        var endpoint = EndpointConfiguration.Read(body);
        if (body.Text("name") is not { Length: > 0 } name)
        {
            throw AwsError.BadRequest("Name cannot be empty");
        }

        if (body.Text("description") is "")
        {
            throw AwsError.BadRequest("Description cannot be an empty string");
        }

        RestApiRules.CheckRoom(call.Region, endpoint);
        var root = Resource.Root();
        var api = new RestApi
        {
            Id = Ids.Long(),
            Name = name,
            Description = body.Text("description"),
            CreatedDate = call.Now,
            Version = body.Text("version"),
            BinaryMediaTypes = body.List("binaryMediaTypes") is { Count: > 0 } types ? types : null,
            MinimumCompressionSize = RestApiRules.CompressionSize(body.Whole("minimumCompressionSize")),
            ApiKeySource = source ?? RestApi.KeyInHeader,
            EndpointConfiguration = endpoint,
            Policy = RestApiRules.Policy(body.Text("policy")),
            Tags = TagRules.Checked(body.Texts("tags")),
            DisableExecuteApiEndpoint = body.Flag("disableExecuteApiEndpoint") ?? false,
            RootResourceId = root.Id,
            SecurityPolicy = RestApiRules.SecurityPolicy(body.Text("securityPolicy")),
            EndpointAccessMode = RestApiRules.AccessMode(body.Text("endpointAccessMode")),
        };
        var entry = body.Text("cloneFrom") is { } from
            ? Clone(call.Region.Api(from), api)
            : new() { Api = api, Definition = ApiDefinition.Of(root) with { Models = Map<Model>.Of(Model.Defaults().Select(model => KeyValuePair.Create(model.Name, model))) } };
        call.Region.Put(entry);
        return Answer.Created(entry.Api, WireJson.Default.RestApi);
    }

    /// <summary>A clone has the original's definition; ids inside an API are only unique in it, so they may stay.</summary>
    private static ApiEntry Clone(ApiEntry original, RestApi api) => new()
    {
        Api = api with { RootResourceId = original.Api.RootResourceId, BinaryMediaTypes = api.BinaryMediaTypes ?? original.Api.BinaryMediaTypes },
        Definition = original.Definition,
        Documentation = WholeDocumentation.Empty with { Parts = original.Documentation.Parts },
    };

    private static Answer List(Call call) =>
        Answer.Ok(Page<RestApi>.Of(call, call.Region.Apis, entry => entry.Id, entry => entry.Api), WireJson.Default.PageRestApi);

    private static Answer Get(Call call) => Answer.Ok(call.Region.Api(call["restapi_id"]).Api, WireJson.Default.RestApi);

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var api = PatchOperation.Of(call).Aggregate(entry.Api, RestApiPatch.Apply);
        call.Region.Put(entry with { Api = api });
        return Answer.Ok(api, WireJson.Default.RestApi);
    }

    private static Answer Delete(Call call)
    {
        var id = call.Region.Api(call["restapi_id"]).Id;
        BasePathMappingOperations.CheckUnmapped(call.Region, id, null);
        call.Region.Remove(id);
        return Answer.Accepted;
    }
}
