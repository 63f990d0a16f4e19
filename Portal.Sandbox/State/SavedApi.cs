using System.Text.Json.Serialization;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.RequestValidators;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;

namespace Portal.Sandbox.State;

/// <summary>
/// An API as it stands in its file. What the working definition and the deployments share in memory is written once, in the pools, and named by its place there,
/// so that it is shared again after a restart.
/// </summary>
internal sealed record SavedApi
{
    [JsonConverter(typeof(SavedResources))]
    public required IReadOnlyList<Resource> Resources { get; init; }

    public required IReadOnlyList<Model> Models { get; init; }

    public required IReadOnlyList<SavedDefinition> Definitions { get; init; }

    /// <summary>The first is the working one.</summary>
    public required IReadOnlyList<SavedSnapshot> Snapshots { get; init; }

    public required IReadOnlyList<SavedDeployment> Deployments { get; init; }

    public required Map<Stage> Stages { get; init; }

    /// <summary>Null where nothing is said of the API.</summary>
    public WholeDocumentation? Documentation { get; init; }

    public static SavedApi Of(ApiEntry entry)
    {
        Pool<Resource> resources = new();
        Pool<Model> models = new();
        Pool<ApiDefinition> definitions = new();
        Pool<Snapshot> snapshots = new();
        snapshots.Place(new(entry.Api, entry.Definition));
        SavedDeployment[] deployments = [.. entry.Deployments.Values.Select(deployment => new SavedDeployment(deployment.Id, deployment.Description, deployment.CreatedDate, snapshots.Place(deployment.Snapshot)))];
        SavedSnapshot[] savedSnapshots = [.. snapshots.Items.Select(snapshot => new SavedSnapshot(snapshot.Api, definitions.Place(snapshot.Definition)))];
        SavedDefinition[] savedDefinitions = [.. definitions.Items.Select(definition => new SavedDefinition(
            [.. definition.Resources.Values.Select(resources.Place)],
            [.. definition.Models.Values.Select(models.Place)],
            definition.Validators,
            definition.Authorizers,
            definition.GatewayResponses))];
        return new()
        {
            Resources = resources.Items,
            Models = models.Items,
            Definitions = savedDefinitions,
            Snapshots = savedSnapshots,
            Deployments = deployments,
            Stages = entry.Stages,
            Documentation = entry.Documentation.Parts.Count + entry.Documentation.Versions.Count is 0 ? null : entry.Documentation,
        };
    }

    public ApiEntry ToEntry()
    {
        ApiDefinition[] definitions = [.. Definitions.Select(saved => new ApiDefinition
        {
            Resources = Map<Resource>.Of(saved.Resources.Select(place => KeyValuePair.Create(Resources[place].Id, Resources[place]))),
            Models = Map<Model>.Of(saved.Models.Select(place => KeyValuePair.Create(Models[place].Name, Models[place]))),
            Validators = saved.Validators,
            Authorizers = saved.Authorizers,
            GatewayResponses = saved.GatewayResponses,
        })];
        Snapshot[] snapshots = [.. Snapshots.Select(saved => new Snapshot(saved.Api, definitions[saved.Definition]))];
        return new()
        {
            Api = snapshots[0].Api,
            Definition = snapshots[0].Definition,
            Deployments = Map<Deployment>.Of(Deployments.Select(saved => KeyValuePair.Create(
                saved.Id,
                new Deployment { Id = saved.Id, Description = saved.Description, CreatedDate = saved.CreatedDate, Snapshot = snapshots[saved.Snapshot] }))),
            Stages = Stages,
            Documentation = Documentation ?? WholeDocumentation.Empty,
        };
    }

    private sealed class Pool<T> where T : class
    {
        private readonly Dictionary<T, int> _places = new(ReferenceEqualityComparer.Instance);

        public List<T> Items { get; } = [];

        public int Place(T item)
        {
            if (!_places.TryGetValue(item, out var place))
            {
                _places[item] = place = Items.Count;
                Items.Add(item);
            }

            return place;
        }
    }
}

internal sealed record SavedDefinition(
    IReadOnlyList<int> Resources,
    IReadOnlyList<int> Models,
    Map<RequestValidator> Validators,
    Map<Authorizer> Authorizers,
    Map<GatewayResponse> GatewayResponses);

internal sealed record SavedSnapshot(RestApi Api, int Definition);

internal sealed record SavedDeployment(string Id, string? Description, DateTimeOffset CreatedDate, int Snapshot);
