using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>HTTP and WebSocket APIs as they are found, whoever made them, with what of them the portal knows that it does not keep.</summary>
internal sealed class FoundApisV2(Opened opened)
{
    private readonly AwsClients _aws = opened.Clients;

    public FoundApi HeadOf(Api api) => new()
    {
        Kind = KindOf(api),
        AwsId = api.ApiId,
        Name = api.Name,
        EndpointType = "REGIONAL",
        Mark = api.Tags?.GetValueOrDefault(RestApis.Mark),
        Owner = opened.Owners.Of($"apis/{api.ApiId}", api.Tags),
    };

    public async Task<IReadOnlyList<FoundStage>> StagesAsync(FoundApi api, CancellationToken cancellationToken) =>
        [.. (await StagesV2.AllAsync(_aws, api.AwsId, cancellationToken)).OrderBy(stage => stage.CreatedDate).ThenBy(stage => stage.StageName, StringComparer.Ordinal).Select(stage => Of(api.Kind, api.AwsId, stage))];

    public async Task<FoundDefinition> ReadAsync(string apiId, string portalId, CancellationToken cancellationToken)
    {
        var head = await ApisV2.GetAsync(_aws, apiId, cancellationToken);
        var spec = await DefinitionAsync(head, portalId, cancellationToken);

        return new FoundDefinition
        {
            Definition = spec.Untagged(),
            Documentation = null,
            Deployments = await DeploymentsAsync(head, cancellationToken),
            Notes = [.. Notes(head, spec)],
        };
    }

    private static Kind KindOf(Api api) => api.ProtocolType == ProtocolType.WEBSOCKET ? Kind.WebSocketApi : Kind.HttpApi;

    private async Task<DefinitionSpec> DefinitionAsync(Api head, string portalId, CancellationToken cancellationToken)
    {
        var parts = new PartsV2(_aws);

        return KindOf(head) is Kind.WebSocketApi
            ? (await new WebSocketReader(_aws, parts).ReadAsync(portalId, head, cancellationToken)).Spec
            : await new HttpApiReader(parts).ReadAsync(portalId, head, cancellationToken);
    }

    private FoundStage Of(Kind kind, string apiId, Stage stage) => new()
    {
        ApiKind = kind,
        ApiId = apiId,
        Name = stage.StageName,
        Mark = stage.Tags?.GetValueOrDefault(RestApis.Mark),
        Owner = opened.Owners.Of($"apis/{apiId}/stages/{stage.StageName}", stage.Tags),
        DeploymentId = stage.DeploymentId,
        Description = string.IsNullOrEmpty(stage.Description) ? null : stage.Description,
        Variables = LiveParts.Texts(stage.StageVariables),
        AccessLog = StagesV2.AccessLogOf(stage),
        Settings = StageSettingsV2.Of(stage),
        LeftAlone = [.. BesideSettingsV2.Of(new LiveStageV2("", stage)).Select(fact => fact.Name)],
    };

    private static IEnumerable<string> Notes(Api head, DefinitionSpec spec)
    {
        if (spec.Loose is { Count: > 0 } loose)
        {
            yield return $"It has {loose.Count} integration{(loose.Count is 1 ? "" : "s")} that no route names ({LooseIntegrations.Said(loose)}): the first change of it by the portal deletes what nothing calls.";
        }

        if (head.ApiGatewayManaged is true)
        {
            yield return "It was made by quick create: AWS lets nobody change its stage $default.";
        }

        foreach (var fact in BesideSettingsV2.Of(spec.Address, head))
        {
            yield return $"Its {fact.Name} is {fact.Value}, which the portal does not know: it stays as it is.";
        }
    }

    /// <summary>
    /// What stages serve. A deployment that is not the portal's tells what it holds by an export alone; of several stages with one deployment, one is exported.
    /// AWS exports no WebSocket API: of these CloudTrail knows whether anything was written since.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, FoundDeployment>> DeploymentsAsync(Api head, CancellationToken cancellationToken)
    {
        var apiId = head.ApiId;
        var trail = new SocketTrail(_aws, apiId);
        var deployments = new DeploymentsV2(_aws, new ApisV2(_aws, opened.Known, new WriteRights(opened.Owners)), opened.Known);
        var ours = await deployments.ListAsync(apiId, cancellationToken);
        var found = new Dictionary<string, FoundDeployment>();

        foreach (var stage in (await StagesV2.AllAsync(_aws, apiId, cancellationToken)).Where(stage => !string.IsNullOrEmpty(stage.DeploymentId)).DistinctBy(stage => stage.DeploymentId))
        {
            found[stage.DeploymentId] = ours.FirstOrDefault(deployment => deployment.Id == stage.DeploymentId) is { } mine
                ? new FoundDeployment.Ours(mine.Ours)
                : KindOf(head) is Kind.WebSocketApi
                    ? await trail.AskAsync(stage.DeploymentId, cancellationToken)
                    : await ExportAsync(apiId, stage.StageName, cancellationToken);
        }

        return found;
    }

    private async Task<FoundDeployment> ExportAsync(string apiId, string stage, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Calls.AskAsync(
                _aws.V2.ExportApiAsync,
                new ExportApiRequest { ApiId = apiId, StageName = stage, Specification = "OAS30", OutputType = "JSON", ExportVersion = "1.0", IncludeExtensions = true },
                cancellationToken);

            using var text = new StreamReader(answer.Body);

            return new FoundDeployment.Exported(await text.ReadToEndAsync(cancellationToken));
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Denied or GatewayRefusal.Final)
        {
            return new FoundDeployment.NotKnown($"{refused.Operation}: {refused.Code}: {refused.Message}");
        }
    }
}
