using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Stages of HTTP and WebSocket APIs, ours by their tag, or because they were imported.</summary>
internal sealed class StagesV2(AwsClients aws, ApisV2 apis, DeploymentsV2 deployments, KnownBook known, WriteRights rights)
{
    private readonly TagsV2 _tags = new(aws);

    /// <summary>Every stage of the API, whosever it is.</summary>
    public static Task<List<Stage>> AllAsync(AwsClients aws, string apiId, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetStagesAsync, new GetStagesRequest { ApiId = apiId, MaxResults = Calls.PageSizeV2, NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    /// <summary>Every stage of the API that bears a mark.</summary>
    public async Task<IReadOnlyList<LiveStageV2>> ListAsync(string apiId, CancellationToken cancellationToken) => OursOf(apiId, await AllAsync(aws, apiId, cancellationToken));

    /// <summary>Those that are ours.</summary>
    public IReadOnlyList<LiveStageV2> OursOf(string apiId, IReadOnlyList<Stage> all)
    {
        List<LiveStageV2> stages =
        [
            .. from stage in all
               let id = stage.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.Of($"apis/{apiId}/stages/{stage.StageName}")
               where id is not null
               select new LiveStageV2(id, stage),
        ];

        stages.ForEach(stage => rights.See(stage.Id, $"apis/{apiId}/stages/{stage.Live.StageName}", stage.Live.Tags));

        return stages;
    }

    public static AccessLogSpec? AccessLogOf(Stage stage) =>
        stage.AccessLogSettings is { DestinationArn: { Length: > 0 } arn } log ? new AccessLogSpec { DestinationArn = arn, Format = log.Format ?? "" } : null;

    public static StageSpec ToSpec(LiveStageV2 live, Address api, IReadOnlyList<LiveDeployment> deployments) => new(live.Id)
    {
        Api = api.Id,
        ApiKind = api.Kind,
        Name = live.Live.StageName,
        Deployment = deployments.FirstOrDefault(deployment => deployment.Id == live.Live.DeploymentId)?.Ours,
        Description = string.IsNullOrEmpty(live.Live.Description) ? null : live.Live.Description,
        Variables = LiveParts.Texts(live.Live.StageVariables),
        AccessLog = AccessLogOf(live.Live),
        Settings = StageSettingsV2.OrNull(live.Live),
        Tags = LiveTags.Of(live.Live.Tags),
    };

    /// <summary>A stage that bears this very mark was made by an earlier call that was cut: it is brought to what is wanted. Another of the same name is AWS's to refuse.</summary>
    public async Task CreateAsync(StageSpec after, CancellationToken cancellationToken)
    {
        var head = await apis.DemandAsync("CreateStage", after.Api, cancellationToken);

        if ((await ListAsync(head.ApiId, cancellationToken)).FirstOrDefault(stage => stage.Id == after.Id) is { } earlier)
        {
            await UpdateAsync(ToSpec(earlier, after.Subject, await deployments.ListAsync(head.ApiId, cancellationToken)), after, cancellationToken);

            return;
        }

        var settings = after.Settings ?? StageSettingsSpec.None;
        await Calls.AskAsync(aws.WritingV2.CreateStageAsync, new CreateStageRequest
        {
            ApiId = head.ApiId,
            StageName = after.Name,
            DeploymentId = await DeploymentAsync("CreateStage", head.ApiId, after, cancellationToken),
            AutoDeploy = false,
            Description = after.Description,
            StageVariables = after.Variables.Count is 0 ? null : after.Variables.ToDictionary(),
            AccessLogSettings = ToAws(after.AccessLog),
            DefaultRouteSettings = StageSettingsV2.AllOrNull(StageSettingsSpec.None, settings, after.Subject.Kind),
            RouteSettings = StageSettingsV2.RoutesOrNull(StageSettingsSpec.None, settings, after.Subject.Kind),
            Tags = LiveTags.With(after.Id, after.Tags),
        }, cancellationToken);
    }

    /// <summary>One call for what differs, however much that is; another for each route that loses its settings, where nothing is written down any more, and for tags. A stage that somebody had deploy by itself does so no longer.</summary>
    public async Task UpdateAsync(StageSpec before, StageSpec after, CancellationToken cancellationToken)
    {
        var head = await apis.DemandAsync("UpdateStage", after.Api, cancellationToken);
        rights.Demand("UpdateStage", after.Id);

        var (was, settings) = (before.Settings ?? StageSettingsSpec.None, after.Settings ?? before.Settings ?? StageSettingsSpec.None);
        var (all, routes) = (StageSettingsV2.AllOrNull(was, settings, after.Subject.Kind), StageSettingsV2.RoutesOrNull(was, settings, after.Subject.Kind));

        foreach (var route in StageSettingsV2.Gone(was, settings))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteRouteSettingsAsync, new DeleteRouteSettingsRequest { ApiId = head.ApiId, StageName = after.Name, RouteKey = route }, cancellationToken);
        }

        if (all is not null || routes is not null || Itself(before) != Itself(after) || (after.AccessLog is not null && before.AccessLog != after.AccessLog))
        {
            await Calls.AskAsync(aws.WritingV2.UpdateStageAsync, new UpdateStageRequest
            {
                ApiId = head.ApiId,
                StageName = after.Name,
                AutoDeploy = false,
                DeploymentId = before.Deployment == after.Deployment ? null : await DeploymentAsync("UpdateStage", head.ApiId, after, cancellationToken),
                Description = before.Description == after.Description ? null : after.Description ?? "",
                StageVariables = Variables(before, after),
                AccessLogSettings = before.AccessLog == after.AccessLog ? null : ToAws(after.AccessLog),
                DefaultRouteSettings = all,
                RouteSettings = routes,
            }, cancellationToken);
        }

        if (before.AccessLog is not null && after.AccessLog is null)
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteAccessLogSettingsAsync, new DeleteAccessLogSettingsRequest { ApiId = head.ApiId, StageName = after.Name }, cancellationToken);
        }

        await _tags.WriteAsync($"apis/{head.ApiId}/stages/{after.Name}", before.Tags, after.Tags, cancellationToken);
    }

    public async Task DeleteAsync(StageSpec before, CancellationToken cancellationToken)
    {
        if (await apis.OwnAsync("DeleteStage", before.Api, cancellationToken) is not { } head)
        {
            return;
        }

        if ((await ListAsync(head.ApiId, cancellationToken)).Any(stage => stage.Id == before.Id && stage.Live.StageName == before.Name))
        {
            rights.Demand("DeleteStage", before.Id);
            await Calls.DeleteAsync(aws.WritingV2.DeleteStageAsync, new DeleteStageRequest { ApiId = head.ApiId, StageName = before.Name }, cancellationToken);
        }
    }

    /// <summary>What no call of its own changes.</summary>
    private static string Itself(StageSpec stage) => (stage with { AccessLog = null, Settings = null, Tags = null }).Text;

    /// <summary>AWS changes variables one by one: what is not named stays, and an empty text takes one away. Null where none differs.</summary>
    private static Dictionary<string, string>? Variables(StageSpec before, StageSpec after)
    {
        var changed = after.Variables.Where(variable => before.Variables.GetValueOrDefault(variable.Key) != variable.Value)
            .Concat(before.Variables.Keys.Except(after.Variables.Keys).Select(name => KeyValuePair.Create(name, "")))
            .ToDictionary();

        return changed.Count is 0 ? null : changed;
    }

    private static AccessLogSettings? ToAws(AccessLogSpec? log) => log is null ? null : new AccessLogSettings { DestinationArn = log.DestinationArn, Format = log.Format };

    private async Task<string> DeploymentAsync(string operation, string apiId, StageSpec stage, CancellationToken cancellationToken) =>
        stage.Deployment is { } deployment && await deployments.FindAsync(apiId, deployment, cancellationToken) is { } id
            ? id
            : throw new GatewayRefusedException(
                operation,
                Calls.NotFound,
                stage.Deployment is null ? $"The stage {stage.Name} is to serve a deployment that is not the portal's." : $"AWS does not have the deployment {stage.Deployment} (any more).",
                GatewayRefusal.Final);
}

/// <param name="Id">The portal's id.</param>
/// <param name="Live">As AWS has it.</param>
internal sealed record LiveStageV2(string Id, Stage Live);
