using System.Text;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// What the stages of an API serve. A deployment that is not the portal's tells what it holds by an export alone; of several stages with one deployment, one is exported.
/// </summary>
internal sealed class ServedDeployments(AwsClients aws)
{
    public async Task<IReadOnlyDictionary<string, FoundDeployment>> ReadAsync(string restApiId, KnownBook known, CancellationToken cancellationToken)
    {
        var ours = await Deployments.ListAsync(aws, known, null, restApiId, cancellationToken);
        var stages = await Calls.AskAsync(aws.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = restApiId }, cancellationToken);
        var found = new Dictionary<string, FoundDeployment>();

        foreach (var stage in (stages.Item ?? []).Where(stage => !string.IsNullOrEmpty(stage.DeploymentId)).DistinctBy(stage => stage.DeploymentId))
        {
            found[stage.DeploymentId] = ours.FirstOrDefault(deployment => deployment.Id == stage.DeploymentId) is { } mine
                ? new FoundDeployment.Ours(mine.Ours)
                : await ExportAsync(restApiId, stage.StageName, cancellationToken);
        }

        return found;
    }

    private async Task<FoundDeployment> ExportAsync(string restApiId, string stage, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Calls.AskAsync(
                aws.Reading.GetExportAsync,
                new GetExportRequest { RestApiId = restApiId, StageName = stage, ExportType = "oas30", Accepts = "application/json", Parameters = new() { ["extensions"] = "apigateway" } },
                cancellationToken);

            return new FoundDeployment.Exported(Encoding.UTF8.GetString(answer.Body.ToArray()));
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Denied or GatewayRefusal.Final)
        {
            return new FoundDeployment.NotKnown($"{refused.Operation}: {refused.Code}: {refused.Message}");
        }
    }
}
