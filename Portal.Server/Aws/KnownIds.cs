using System.Collections.Concurrent;
using Amazon.APIGateway.Model;

namespace Portal.Server.Aws;

/// <summary>What AWS's ids of an API's authorizers, validators and deployments mean, as it was last read: a quick look sees ids where a whole one reads names.</summary>
internal sealed class KnownIds
{
    private readonly ConcurrentDictionary<string, Parts> _parts = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string?>> _deployments = new();

    public void Remember(string restApiId, IReadOnlyList<RequestValidator> validators, IReadOnlyList<Authorizer> authorizers) => _parts[restApiId] = new Parts(validators, authorizers);

    /// <param name="restApiId">AWS's id of the API.</param>
    /// <param name="deployments">By AWS's id the portal's; null for one that is not ours.</param>
    public void Remember(string restApiId, IReadOnlyDictionary<string, string?> deployments) => _deployments[restApiId] = deployments;

    /// <summary>Null where the resources name one that is not known: it was made meanwhile.</summary>
    public Parts? PartsOrNull(string restApiId, IReadOnlyList<Resource> resources)
    {
        var methods = resources.SelectMany(resource => resource.ResourceMethods?.Values ?? Enumerable.Empty<Method>()).ToList();
        var parts = _parts.GetValueOrDefault(restApiId) ?? new Parts([], []);

        return methods.All(method => method.RequestValidatorId is null || parts.Validators.Any(validator => validator.Id == method.RequestValidatorId))
            && methods.All(method => method.AuthorizerId is null || parts.Authorizers.Any(authorizer => authorizer.Id == method.AuthorizerId))
            ? parts
            : null;
    }

    /// <summary>Null where a stage serves one that is not known: it was made meanwhile.</summary>
    public IReadOnlyList<LiveDeployment>? DeploymentsOrNull(string restApiId, IReadOnlyList<Stage> stages)
    {
        var known = _deployments.GetValueOrDefault(restApiId);

        return stages.All(stage => string.IsNullOrEmpty(stage.DeploymentId) || known?.ContainsKey(stage.DeploymentId) is true)
            ? [.. (known ?? new Dictionary<string, string?>()).Where(pair => pair.Value is not null).Select(pair => new LiveDeployment(pair.Key, pair.Value!))]
            : null;
    }

    /// <param name="Validators">The API's request validators.</param>
    /// <param name="Authorizers">Its authorizers.</param>
    internal sealed record Parts(IReadOnlyList<RequestValidator> Validators, IReadOnlyList<Authorizer> Authorizers);
}
