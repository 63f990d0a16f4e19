using System.Diagnostics;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Version 2 of the service, which has HTTP and WebSocket APIs: reading, looking and writing.</summary>
internal sealed class GatewayV2
{
    private readonly AwsClients _aws;
    private readonly ApisV2 _apis;
    private readonly DeploymentsV2 _deployments;
    private readonly StagesV2 _stages;
    private readonly HttpApiReader _reader;
    private readonly HttpApiWriter _writer;
    private readonly WebSocketReader _socketReader;
    private readonly WebSocketWriter _socketWriter;

    public GatewayV2(AwsClients aws, KnownBook known, WriteRights rights, ILogger logger)
    {
        _aws = aws;
        _apis = new ApisV2(aws, known, rights);
        _deployments = new DeploymentsV2(aws, _apis, known);
        _stages = new StagesV2(aws, _apis, _deployments, known, rights);
        var parts = new PartsV2(aws);
        _reader = new HttpApiReader(parts);
        _socketReader = new WebSocketReader(aws, parts);
        _socketWriter = new WebSocketWriter(aws, _apis, _socketReader);
        _writer = new HttpApiWriter(aws, _apis, logger);
    }

    public static bool Has(Kind api) => api is Kind.HttpApi or Kind.WebSocketApi;

    public async Task<GatewayState> ReadAsync(GatewayScope scope, CancellationToken cancellationToken)
    {
        if (await _apis.FindAsync(scope.Subject.Id, cancellationToken) is not { } head)
        {
            return GatewayState.Empty;
        }

        var reading = (Api: DefinitionAsync(scope.Subject, head, null, cancellationToken), Deployments: _deployments.ListAsync(head.ApiId, cancellationToken), Stages: _stages.ListAsync(head.ApiId, cancellationToken));
        await Task.WhenAll(reading.Api, reading.Deployments, reading.Stages);

        return StateOf(scope, await reading.Api, DeploymentsOf(scope.Subject, await reading.Deployments), await reading.Deployments, await reading.Stages);
    }

    /// <summary>Six calls; four where it is known how it was: then authorizers and deployments are not asked for. A WebSocket API is read whole, but for its deployments.</summary>
    public async Task<GatewayLook> LookAsync(GatewayScope scope, GatewayState? known, CancellationToken cancellationToken)
    {
        var api = scope.Subject;

        if (await _apis.FindAsync(api.Id, cancellationToken) is not { } head)
        {
            return new GatewayLook(GatewayState.Empty, [], null) { LastAwsId = _apis.LastIdOf(api.Id) };
        }

        var before = known?.Find(api) as DefinitionSpec;
        var reading = (
            Api: DefinitionAsync(api, head, before as HttpApiSpec, cancellationToken),
            Stages: StagesV2.AllAsync(_aws, head.ApiId, cancellationToken));
        await Task.WhenAll(reading.Api, reading.Stages);

        var (live, all) = (await reading.Api, await reading.Stages);
        var marked = _stages.OursOf(head.ApiId, all);
        var served = (before is null ? null : _deployments.KnownOrNull(head.ApiId, all)) ?? await _deployments.ListAsync(head.ApiId, cancellationToken);
        var there = before is null ? DeploymentsOf(api, served) : known!.Specs.OfType<DeploymentSpec>();

        return new GatewayLook(
            StateOf(scope, live, there, served, marked),
            [
                .. LooseIntegrations.Beside(live),
                .. BesideSettingsV2.Of(api, head),
                .. marked.Where(stage => scope.Parts.Contains(stage.Id)).SelectMany(stage => BesideSettingsV2.Of(stage)),
                .. BesideSettingsV2.Theirs(api, all.Where(stage => !marked.Any(ours => ours.Live == stage))),
            ],
            head.ApiId);
    }

    public Task CreateAsync(Spec after, CancellationToken cancellationToken) => after switch
    {
        HttpApiSpec api => _writer.CreateAsync(api, cancellationToken),
        WebSocketApiSpec api => _socketWriter.CreateAsync(api, cancellationToken),
        DeploymentSpec deployment => _deployments.CreateAsync(deployment, cancellationToken),
        StageSpec stage => _stages.CreateAsync(stage, cancellationToken),
        _ => throw new UnreachableException(),
    };

    public Task UpdateAsync(Spec before, Spec after, CancellationToken cancellationToken) => (before, after) switch
    {
        (HttpApiSpec was, HttpApiSpec api) => _writer.UpdateAsync(was, api, cancellationToken),
        (WebSocketApiSpec, WebSocketApiSpec api) => _socketWriter.UpdateAsync(api, cancellationToken),
        (DeploymentSpec, DeploymentSpec) => Task.CompletedTask,
        (StageSpec was, StageSpec stage) => _stages.UpdateAsync(was, stage, cancellationToken),
        _ => throw new UnreachableException(),
    };

    public Task DeleteAsync(Spec before, CancellationToken cancellationToken) => before switch
    {
        DefinitionSpec api => _writer.DeleteAsync(api.Address.Id, cancellationToken),
        DeploymentSpec deployment => _deployments.DeleteAsync(deployment, cancellationToken),
        StageSpec stage => _stages.DeleteAsync(stage, cancellationToken),
        _ => throw new UnreachableException(),
    };

    /// <summary>AWS's id of the API as it was last seen; looked up where it never was.</summary>
    public async Task<string?> FindApiAsync(string api, CancellationToken cancellationToken) => _apis.LastIdOf(api) ?? (await _apis.FindAsync(api, cancellationToken))?.ApiId;

    /// <summary>AWS's id of the API and the stage's name; null while there is none.</summary>
    public async Task<(string ApiId, string Stage)?> FindStageAsync(string api, string stage, CancellationToken cancellationToken)
    {
        if ((await _apis.FindAsync(api, cancellationToken))?.ApiId is not { } id)
        {
            return null;
        }

        return (await _stages.ListAsync(id, cancellationToken)).FirstOrDefault(live => live.Id == stage) is { } found ? (id, found.Live.StageName) : null;
    }

    /// <summary>Whether the API was found here before: then it need not be looked for elsewhere.</summary>
    public bool HasSeen(string api) => _apis.LastIdOf(api) is not null;

    /// <summary>The portal's keys of stages by AWS's id of the API and the stage's name, of those APIs that bear a mark.</summary>
    public async Task<IReadOnlyList<KeyValuePair<(string ApiId, string Stage), string>>> StageKeysAsync(IReadOnlySet<string> ids, CancellationToken cancellationToken)
    {
        var keys = new List<KeyValuePair<(string, string), string>>();

        foreach (var (id, mark) in (await _apis.MarksAsync(cancellationToken)).Where(api => ids.Contains(api.Key)))
        {
            keys.AddRange((await _stages.ListAsync(id, cancellationToken)).Select(stage => KeyValuePair.Create((id, stage.Live.StageName), UsagePlanSpec.StageKey(mark, stage.Id))));
        }

        return keys;
    }

    private async Task<DefinitionSpec> DefinitionAsync(Address api, Api head, HttpApiSpec? known, CancellationToken cancellationToken) => api.Kind is Kind.WebSocketApi
        ? (await _socketReader.ReadAsync(api.Id, head, cancellationToken)).Spec
        : known is null ? await _reader.ReadAsync(api.Id, head, cancellationToken) : await _reader.GlanceAsync(api.Id, head, known, cancellationToken);

    private static IEnumerable<DeploymentSpec> DeploymentsOf(Address api, IReadOnlyList<LiveDeployment> deployments) =>
        deployments.Select(deployment => deployment.Ours).Distinct().Select(id => DeploymentSpec.Of(api, id));

    private static GatewayState StateOf(GatewayScope scope, DefinitionSpec api, IEnumerable<DeploymentSpec> there, IReadOnlyList<LiveDeployment> served, IReadOnlyList<LiveStageV2> stages) => new(
    [
        api,
        .. there,
        .. stages.Where(stage => scope.Parts.Contains(stage.Id)).DistinctBy(stage => stage.Id).Select(stage => StagesV2.ToSpec(stage, scope.Subject, served)),
    ]);
}
