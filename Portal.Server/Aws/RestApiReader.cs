using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads the working definition of an API in five calls, whatever its size up to 500 resources, and says it in the normal form.</summary>
internal sealed class RestApiReader(AwsClients aws, KnownIds ids)
{
    /// <param name="api">The portal's id.</param>
    /// <param name="head">The API itself, read already.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<RestApiSpec> ReadAsync(string api, RestApi head, CancellationToken cancellationToken)
    {
        var resources = ResourcesAsync(head.Id, cancellationToken);
        var models = ModelsAsync(head.Id, cancellationToken);
        var validators = ValidatorsAsync(head.Id, cancellationToken);
        var authorizers = AuthorizersAsync(head.Id, cancellationToken);
        var responses = GatewayResponsesAsync(head.Id, cancellationToken);

        await Task.WhenAll(resources, models, validators, authorizers, responses);

        ids.Remember(head.Id, await validators, await authorizers);
        var methods = new LiveMethods(await resources, await validators, await authorizers);

        return RestApiNormal.Of(Head(api, head, methods) with
        {
            Models = LiveModels.Of(await models, methods.ModelsInUse),
            RequestValidators = new(from validator in await validators select KeyValuePair.Create(validator.Name, LiveParts.Of(validator))),
            Authorizers = new(from authorizer in await authorizers select KeyValuePair.Create(authorizer.Name, LiveParts.Of(authorizer))),
            GatewayResponses = new(from response in await responses where response.DefaultResponse is not true select KeyValuePair.Create(response.ResponseType.Value, LiveParts.Of(response))),
        });
    }

    /// <summary>Reads the routes alone, in one call; what stands beside them is as it was known. Where a route names an authorizer or validator that is not known, these are read too.</summary>
    public async Task<RestApiSpec> GlanceAsync(string api, RestApi head, RestApiSpec known, CancellationToken cancellationToken)
    {
        var resources = await ResourcesAsync(head.Id, cancellationToken);

        if (ids.PartsOrNull(head.Id, resources) is not { } parts)
        {
            var (validators, authorizers) = (ValidatorsAsync(head.Id, cancellationToken), AuthorizersAsync(head.Id, cancellationToken));
            parts = new KnownIds.Parts(await validators, await authorizers);
            ids.Remember(head.Id, parts.Validators, parts.Authorizers);
        }

        return RestApiNormal.Of(Head(api, head, new LiveMethods(resources, parts.Validators, parts.Authorizers)) with
        {
            Models = known.Models,
            RequestValidators = known.RequestValidators,
            Authorizers = known.Authorizers,
            GatewayResponses = known.GatewayResponses,
        });
    }

    private static RestApiSpec Head(string api, RestApi head, LiveMethods methods) => new(api)
    {
        Name = head.Name,
        Description = head.Description,
        Version = head.Version,
        EndpointType = head.EndpointConfiguration?.Types is [var type, ..] ? type : "EDGE",
        VpcEndpointIds = head.EndpointConfiguration?.VpcEndpointIds,
        SecurityPolicy = head.SecurityPolicy?.Value,
        EndpointAccessMode = head.EndpointAccessMode?.Value,
        ApiKeySource = head.ApiKeySource?.Value ?? "",
        DisableExecuteApiEndpoint = head.DisableExecuteApiEndpoint ?? false,
        MinimumCompressionSize = head.MinimumCompressionSize,
        BinaryMediaTypes = head.BinaryMediaTypes ?? [],
        Policy = Policy(head),
        Methods = methods.Methods,
        EmptyResources = methods.EmptyResources,
        Models = SortedMap<ModelSpec>.Empty,
        RequestValidators = SortedMap<RequestValidatorSpec>.Empty,
        Authorizers = SortedMap<AuthorizerSpec>.Empty,
        GatewayResponses = SortedMap<GatewayResponseSpec>.Empty,
        Tags = LiveTags.Of(head.Tags),
    };

    /// <summary>AWS shows a policy escaped once more: {\"Version\":...</summary>
    private static string? Policy(RestApi head)
    {
        if (string.IsNullOrEmpty(head.Policy))
        {
            return null;
        }

        var text = head.Policy.StartsWith("{\\\"", StringComparison.Ordinal) ? JsonSerializer.Deserialize<string>($"\"{head.Policy}\"")! : head.Policy;

        return RestApiNormal.Policy(JsonNode.Parse(text)!, head.Id);
    }

    private Task<List<Resource>> ResourcesAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(
            aws.Reading.GetResourcesAsync, new GetResourcesRequest { RestApiId = id, Embed = ["methods"], Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    private Task<List<Model>> ModelsAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetModelsAsync, new GetModelsRequest { RestApiId = id, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    private Task<List<RequestValidator>> ValidatorsAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(
            aws.Reading.GetRequestValidatorsAsync, new GetRequestValidatorsRequest { RestApiId = id, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    private Task<List<Authorizer>> AuthorizersAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetAuthorizersAsync, new GetAuthorizersRequest { RestApiId = id, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    private Task<List<GatewayResponse>> GatewayResponsesAsync(string id, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(
            aws.Reading.GetGatewayResponsesAsync, new GetGatewayResponsesRequest { RestApiId = id, Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });
}
