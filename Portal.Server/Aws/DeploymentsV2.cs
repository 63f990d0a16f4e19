using System.Collections.Concurrent;
using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Deployments of HTTP and WebSocket APIs. Ours are known by their description, or were imported.</summary>
internal sealed class DeploymentsV2(AwsClients aws, ApisV2 apis, KnownBook known)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<LiveDeployment>> _known = new();
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _seen = new();

    /// <summary>Every deployment of the API, whosever it is.</summary>
    public static Task<List<Deployment>> AllAsync(AwsClients aws, string apiId, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetDeploymentsAsync, new GetDeploymentsRequest { ApiId = apiId, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    /// <summary>Ours, with AWS's ids; where two hold the same, the older first. What failed holds nothing.</summary>
    public async Task<IReadOnlyList<LiveDeployment>> ListAsync(string apiId, CancellationToken cancellationToken)
    {
        var all = await AllAsync(aws, apiId, cancellationToken);

        _seen[apiId] = all.Select(deployment => deployment.DeploymentId).ToHashSet();

        return _known[apiId] =
        [
            .. from deployment in all
               where deployment.DeploymentStatus != DeploymentStatus.FAILED
               let ours = Deployments.OursOrNull(deployment.Description) ?? known.Of($"apis/{apiId}/deployments/{deployment.DeploymentId}")
               where ours is not null
               orderby deployment.CreatedDate, deployment.DeploymentId
               select new LiveDeployment(deployment.DeploymentId, ours),
        ];
    }

    /// <summary>As they were last listed; null where a stage serves one that was made meanwhile.</summary>
    public IReadOnlyList<LiveDeployment>? KnownOrNull(string apiId, IEnumerable<Stage> stages) =>
        _seen.TryGetValue(apiId, out var seen) && stages.All(stage => string.IsNullOrEmpty(stage.DeploymentId) || seen.Contains(stage.DeploymentId)) ? _known[apiId] : null;

    /// <summary>AWS's id of a deployment of ours; null where AWS does not have it.</summary>
    public async Task<string?> FindAsync(string apiId, string deployment, CancellationToken cancellationToken) =>
        (await ListAsync(apiId, cancellationToken)).FirstOrDefault(live => live.Ours == deployment)?.Id;

    /// <summary>Freezes the working definition, which is the one that the id was made from: Sync writes the API first. No stage is named, so nothing is served by it yet.</summary>
    public async Task CreateAsync(DeploymentSpec after, CancellationToken cancellationToken)
    {
        var head = await apis.DemandAsync("CreateDeployment", after.Api, cancellationToken);

        if (await FindAsync(head.ApiId, after.Id, cancellationToken) is null)
        {
            var made = await Calls.AskAsync(aws.WritingV2.CreateDeploymentAsync, new CreateDeploymentRequest { ApiId = head.ApiId, Description = after.Id }, cancellationToken);

            if (made.DeploymentStatus == DeploymentStatus.FAILED)
            {
                throw new GatewayRefusedException("CreateDeployment", "DeploymentFailed", made.DeploymentStatusMessage ?? "The deployment failed.", GatewayRefusal.Final);
            }
        }
    }

    public async Task DeleteAsync(DeploymentSpec before, CancellationToken cancellationToken)
    {
        if (await apis.OwnAsync("DeleteDeployment", before.Api, cancellationToken) is not { } head)
        {
            return;
        }

        foreach (var live in (await ListAsync(head.ApiId, cancellationToken)).Where(live => live.Ours == before.Id))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteDeploymentAsync, new DeleteDeploymentRequest { ApiId = head.ApiId, DeploymentId = live.Id }, cancellationToken);
        }
    }
}
