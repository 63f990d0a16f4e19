using System.Text.RegularExpressions;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Deployments of an API. Ours are known by their description, which is the digest of what they hold, or were imported; AWS knows no tags for them.</summary>
internal sealed partial class Deployments(AwsClients aws, RestApis apis, KnownBook known, KnownIds ids)
{
    /// <summary>Ours, with AWS's ids; where two hold the same, the older first.</summary>
    public Task<IReadOnlyList<LiveDeployment>> ListAsync(string restApiId, CancellationToken cancellationToken) => ListAsync(aws, known, ids, restApiId, cancellationToken);

    public static async Task<IReadOnlyList<LiveDeployment>> ListAsync(AwsClients aws, KnownBook known, KnownIds? ids, string restApiId, CancellationToken cancellationToken)
    {
        var all = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(aws.Reading.GetDeploymentsAsync, new GetDeploymentsRequest { RestApiId = restApiId, Limit = Calls.PageSize, Position = position }, cancellationToken);

            return (page.Items, page.Position);
        });

        ids?.Remember(restApiId, all.ToDictionary(deployment => deployment.Id, deployment => OursOrNull(known, restApiId, deployment)));

        return
        [
            .. from deployment in all
               let ours = OursOrNull(known, restApiId, deployment)
               where ours is not null
               orderby deployment.CreatedDate, deployment.Id
               select new LiveDeployment(deployment.Id, ours),
        ];
    }

    private static string? OursOrNull(KnownBook known, string restApiId, Deployment deployment) =>
        OursOrNull(deployment.Description) ?? known.DeploymentOf(restApiId, deployment.Id);

    /// <summary>The id of the <see cref="DeploymentSpec"/> where a description is one.</summary>
    public static string? OursOrNull(string? description) => description is not null && OurId().IsMatch(description) ? description : null;

    /// <summary>AWS's id of a deployment of ours; null where AWS does not have it.</summary>
    public async Task<string?> FindAsync(string restApiId, string deployment, CancellationToken cancellationToken) =>
        (await ListAsync(restApiId, cancellationToken)).FirstOrDefault(live => live.Ours == deployment)?.Id;

    /// <summary>Freezes the working definition, which is the one that the id was made from: Sync writes the API first. No stage is named, so nothing is served by it yet.</summary>
    public async Task CreateAsync(DeploymentSpec after, CancellationToken cancellationToken)
    {
        var restApiId = await apis.IdAsync("CreateDeployment", after.Api, cancellationToken);

        if (await FindAsync(restApiId, after.Id, cancellationToken) is null)
        {
            await Calls.AskAsync(aws.Writing.CreateDeploymentAsync, new CreateDeploymentRequest { RestApiId = restApiId, Description = after.Id }, cancellationToken);
        }
    }

    public async Task DeleteAsync(DeploymentSpec before, CancellationToken cancellationToken)
    {
        if ((await apis.OwnAsync("DeleteDeployment", before.Api, cancellationToken))?.Id is not { } restApiId)
        {
            return;
        }

        foreach (var live in (await ListAsync(restApiId, cancellationToken)).Where(live => live.Ours == before.Id))
        {
            await Calls.DeleteAsync(aws.Writing.DeleteDeploymentAsync, new DeleteDeploymentRequest { RestApiId = restApiId, DeploymentId = live.Id }, cancellationToken);
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{16}\z")]
    private static partial Regex OurId();
}

/// <param name="Id">AWS's id.</param>
/// <param name="Ours">The id of the <see cref="DeploymentSpec"/>.</param>
internal sealed record LiveDeployment(string Id, string Ours);
