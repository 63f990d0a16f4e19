using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Stages of an API, ours by their tag, or because they were imported.</summary>
internal sealed class Stages(AwsClients aws, RestApis apis, Deployments deployments, KnownBook known, WriteRights rights)
{
    private readonly StageFirewall _firewall = new(aws);
    private readonly LiveTags _tags = new(aws);

    /// <summary>Every stage of the API that bears a mark.</summary>
    public async Task<IReadOnlyList<LiveStage>> ListAsync(string restApiId, CancellationToken cancellationToken) => OursOf(restApiId, await AllAsync(restApiId, cancellationToken));

    /// <summary>Every stage of the API, whosever it is.</summary>
    public async Task<IReadOnlyList<Stage>> AllAsync(string restApiId, CancellationToken cancellationToken) =>
        (await Calls.AskAsync(aws.Reading.GetStagesAsync, new GetStagesRequest { RestApiId = restApiId }, cancellationToken)).Item ?? [];

    /// <summary>Those that are ours.</summary>
    public IReadOnlyList<LiveStage> OursOf(string restApiId, IReadOnlyList<Stage> all)
    {
        List<LiveStage> stages =
        [
            .. from stage in all
               let id = stage.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.StageOf(restApiId, stage.StageName)
               where id is not null
               select new LiveStage(id, stage),
        ];

        stages.ForEach(stage => rights.See(stage.Id, $"restapis/{restApiId}/stages/{stage.Live.StageName}", stage.Live.Tags));

        return stages;
    }

    public static AccessLogSpec? AccessLogOf(Stage stage) =>
        stage.AccessLogSettings is { DestinationArn: { Length: > 0 } arn } log ? new AccessLogSpec { DestinationArn = arn, Format = log.Format ?? "" } : null;

    public static StageSpec ToSpec(LiveStage live, string api, IReadOnlyList<LiveDeployment> deployments) => Of(live.Live, live.Id, api, deployments);

    private static StageSpec Of(Stage stage, string id, string api, IReadOnlyList<LiveDeployment> deployments) => new(id)
    {
        Api = api,
        Name = stage.StageName,
        Deployment = deployments.FirstOrDefault(deployment => deployment.Id == stage.DeploymentId)?.Ours,
        Description = string.IsNullOrEmpty(stage.Description) ? null : stage.Description,
        Variables = LiveParts.Texts(stage.Variables),
        AccessLog = AccessLogOf(stage),
        Settings = StageSettings.OrNull(stage),
        Tags = LiveTags.Of(stage.Tags),
        Canary = Canaries.OrNull(stage),
    };

    /// <summary>A stage that bears this very mark was made by an earlier call that was cut: it is brought to what is wanted. Another of the same name is AWS's to refuse.</summary>
    public async Task CreateAsync(StageSpec after, CancellationToken cancellationToken)
    {
        var restApiId = await apis.IdAsync("CreateStage", after.Api, cancellationToken);

        if ((await ListAsync(restApiId, cancellationToken)).FirstOrDefault(stage => stage.Id == after.Id) is { } earlier)
        {
            await UpdateAsync(ToSpec(earlier, after.Api, await deployments.ListAsync(restApiId, cancellationToken)), after, cancellationToken);

            return;
        }

        await Calls.AskAsync(aws.Writing.CreateStageAsync, new CreateStageRequest
        {
            RestApiId = restApiId,
            StageName = after.Name,
            DeploymentId = await DeploymentAsync("CreateStage", restApiId, after, cancellationToken),
            Description = after.Description,
            Variables = after.Variables.Count is 0 ? null : after.Variables.ToDictionary(),
            CacheClusterEnabled = after.Settings is { CacheSize: not null } ? true : null,
            CacheClusterSize = after.Settings?.CacheSize,
            TracingEnabled = after.Settings is { Tracing: true } ? true : null,
            DocumentationVersion = after.Settings?.DocumentationVersion,
            Tags = LiveTags.With(after.Id, after.Tags),
        }, cancellationToken);

        await UpdateAsync(AsMade(after), after, cancellationToken);
    }

    /// <summary>The call that makes a stage cannot say where it logs, nor all of its settings.</summary>
    private static StageSpec AsMade(StageSpec after) => after with
    {
        AccessLog = null,
        Canary = after.Canary is null ? null : CanarySpec.None,
        Settings = after.Settings is { } settings
            ? StageSettingsSpec.None with { CacheSize = settings.CacheSize, Tracing = settings.Tracing, DocumentationVersion = settings.DocumentationVersion }
            : null,
    };

    /// <summary>One PATCH of what differs, however much that is; a web ACL and tags are set by calls of their own.</summary>
    public async Task UpdateAsync(StageSpec before, StageSpec after, CancellationToken cancellationToken)
    {
        var restApiId = await apis.IdAsync("UpdateStage", after.Api, cancellationToken);
        rights.Demand("UpdateStage", after.Id);
        var patches = new List<PatchOperation>();

        if (before.Deployment != after.Deployment)
        {
            patches.Add(Replace("/deploymentId", await DeploymentAsync("UpdateStage", restApiId, after, cancellationToken)));
        }

        if (before.Description != after.Description)
        {
            patches.Add(Replace("/description", after.Description ?? ""));
        }

        patches.AddRange(before.Variables.Keys.Except(after.Variables.Keys).Select(name => new PatchOperation { Op = Op.Remove, Path = $"/variables/{name}" }));
        patches.AddRange(after.Variables.Where(variable => before.Variables.GetValueOrDefault(variable.Key) != variable.Value).Select(variable => Replace($"/variables/{variable.Key}", variable.Value)));

        patches.AddRange(AccessLog(before.AccessLog, after.AccessLog));
        patches.AddRange(Canaries.Of(before.Canary, after.Canary));
        var (was, settings) = (before.Settings ?? StageSettingsSpec.None, after.Settings);

        if (settings is not null)
        {
            patches.AddRange(StageSettingsPatch.Of(was, settings, await KeysAsync(restApiId, after.Name, was, settings, cancellationToken)));
        }

        if (patches is not [])
        {
            await Calls.AskAsync(aws.Writing.UpdateStageAsync, new UpdateStageRequest { RestApiId = restApiId, StageName = after.Name, PatchOperations = patches }, cancellationToken);
        }

        if (settings is not null)
        {
            await _firewall.WriteAsync(restApiId, after.Name, was.WebAcl, settings.WebAcl, cancellationToken);
        }

        await _tags.WriteAsync($"restapis/{restApiId}/stages/{after.Name}", before.Tags, after.Tags, cancellationToken);
    }

    /// <summary>As AWS keeps them, where one of them is needed.</summary>
    private async Task<IReadOnlyCollection<string>> KeysAsync(string restApiId, string stage, StageSettingsSpec before, StageSettingsSpec after, CancellationToken cancellationToken)
    {
        if (before.Methods.Count is 0 || !StageSettingsPatch.ChangesMethods(before, after))
        {
            return [.. before.Methods.Keys.Select(MethodSettingKeys.Sent)];
        }

        return (await Calls.AskAsync(aws.Reading.GetStageAsync, new GetStageRequest { RestApiId = restApiId, StageName = stage }, cancellationToken)).MethodSettings?.Keys.ToList() ?? [];
    }

    public async Task DeleteAsync(StageSpec before, CancellationToken cancellationToken)
    {
        if ((await apis.OwnAsync("DeleteStage", before.Api, cancellationToken))?.Id is not { } restApiId)
        {
            return;
        }

        if ((await ListAsync(restApiId, cancellationToken)).Any(stage => stage.Id == before.Id && stage.Live.StageName == before.Name))
        {
            rights.Demand("DeleteStage", before.Id);
            await Calls.DeleteAsync(aws.Writing.DeleteStageAsync, new DeleteStageRequest { RestApiId = restApiId, StageName = before.Name }, cancellationToken);
        }
    }

    /// <summary>Neither half can be taken away alone.</summary>
    private static IEnumerable<PatchOperation> AccessLog(AccessLogSpec? before, AccessLogSpec? after) => (before, after) switch
    {
        _ when before == after => [],
        (_, null) => [new PatchOperation { Op = Op.Remove, Path = "/accessLogSettings" }],
        _ => [Replace("/accessLogSettings/destinationArn", after.DestinationArn), Replace("/accessLogSettings/format", after.Format)],
    };

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };

    private async Task<string> DeploymentAsync(string operation, string restApiId, StageSpec stage, CancellationToken cancellationToken) =>
        stage.Deployment is { } deployment && await deployments.FindAsync(restApiId, deployment, cancellationToken) is { } id
            ? id
            : throw new GatewayRefusedException(
                operation,
                Calls.NotFound,
                stage.Deployment is null ? $"The stage {stage.Name} is to serve a deployment that is not the portal's." : $"AWS does not have the deployment {stage.Deployment} (any more).",
                GatewayRefusal.Final);
}

/// <param name="Id">The portal's id.</param>
/// <param name="Live">As AWS has it.</param>
internal sealed record LiveStage(string Id, Stage Live);
