using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>API Gateway of one connection, behind the port.</summary>
internal sealed class AwsGateway : IGateway
{
    private readonly AwsClients _aws;
    private readonly bool _writable;
    private readonly RestApis _apis;
    private readonly Deployments _deployments;
    private readonly Stages _stages;
    private readonly RestApiReader _reader;
    private readonly RestApiWriter _writer;
    private readonly UsagePlans _plans;
    private readonly UsagePlanWriter _planWriter;
    private readonly LiveKeys _keys;
    private readonly KeyWriter _keyWriter;
    private readonly AccountKinds _account;
    private readonly Documentation _documentation;
    private readonly Marks _marks;
    private readonly GatewayLooks _looks;
    private readonly GatewayV2 _v2;

    /// <param name="aws">The clients of the connection.</param>
    /// <param name="writable">Whether somebody has switched the connection to writing.</param>
    /// <param name="logger">Where AWS's warnings go.</param>
    /// <param name="known">What was imported from there.</param>
    /// <param name="owners">Tells what other tools own.</param>
    public AwsGateway(AwsClients aws, bool writable, ILogger logger, KnownBook? known = null, Owners? owners = null)
    {
        var book = known ?? KnownBook.Empty;
        var rights = new WriteRights(owners ?? Owners.Standard);
        (_aws, _writable) = (aws, writable);
        _apis = new RestApis(aws, book, rights);
        var ids = new KnownIds();
        _deployments = new Deployments(aws, _apis, book, ids);
        _stages = new Stages(aws, _apis, _deployments, book, rights);
        _reader = new RestApiReader(aws, ids);
        _writer = new RestApiWriter(aws, _apis, logger);
        _v2 = new GatewayV2(aws, book, rights, logger);
        _plans = new UsagePlans(aws, new PlanStages(_apis, _stages, _v2), book, rights);
        _planWriter = new UsagePlanWriter(aws, _plans);
        _account = new AccountKinds(aws, book, rights);
        _marks = new Marks(aws, owners ?? Owners.Standard, _account);
        _keys = new LiveKeys(aws);
        _documentation = new Documentation(aws, _apis);
        _looks = new GatewayLooks(_apis, _deployments, _stages, _reader, _plans, _keys, ids, _documentation, _account);
        Keys = new ApiKeys(aws, writable);
        _keyWriter = new KeyWriter(aws, _plans, Keys, rights);
    }

    public ApiKeys Keys { get; }

    /// <summary>AWS's id of an HTTP API, as it was last seen.</summary>
    public Task<string?> FindApiIdAsync(string api, CancellationToken cancellationToken) => _v2.FindApiAsync(api, cancellationToken);

    public Task<GatewayState> ReadAsync(GatewayScope scope, CancellationToken cancellationToken) => scope.Subject.Kind switch
    {
        Kind.RestApi => ReadApiAsync(scope.Subject.Id, scope.Parts, cancellationToken),
        var kind when GatewayV2.Has(kind) => _v2.ReadAsync(scope, cancellationToken),
        Kind.UsagePlan => ReadPlanAsync(scope, cancellationToken),
        Kind.Documentation => _documentation.ReadAsync(scope.Subject.Id, cancellationToken),
        Kind.Mark => _marks.ReadAsync(scope.Parts, cancellationToken),
        _ => _account.ReadAsync(scope.Subject, cancellationToken),
    };

    public Task<GatewayLook> LookAsync(GatewayScope scope, GatewayState? known, CancellationToken cancellationToken) =>
        GatewayV2.Has(scope.Subject.Kind) ? _v2.LookAsync(scope, known, cancellationToken) : _looks.LookAsync(scope, known, cancellationToken);

    private async Task<GatewayState> ReadPlanAsync(GatewayScope scope, CancellationToken cancellationToken) => await _plans.FindAsync(scope.Subject.Id, cancellationToken) is { } found
        ? new GatewayState([await _plans.ToSpecAsync(scope.Subject.Id, found, cancellationToken), .. await _keys.ReadAsync(scope, found.Id, cancellationToken)])
        : GatewayState.Empty;

    private async Task<GatewayState> ReadApiAsync(string api, IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        if (await _apis.FindAsync(api, cancellationToken) is not { } head)
        {
            return GatewayState.Empty;
        }

        var reading = (Api: _reader.ReadAsync(api, head, cancellationToken), Deployments: _deployments.ListAsync(head.Id, cancellationToken), Stages: _stages.ListAsync(head.Id, cancellationToken));
        await Task.WhenAll(reading.Api, reading.Deployments, reading.Stages);

        var deployments = await reading.Deployments;
        var stages = (await reading.Stages).Where(stage => parts.Contains(stage.Id)).DistinctBy(stage => stage.Id);

        return new GatewayState(
        [
            await reading.Api,
            .. deployments.Select(deployment => deployment.Ours).Distinct().Select(id => new DeploymentSpec(id) { Api = api }),
            .. stages.Select(stage => Stages.ToSpec(stage, api, deployments)),
        ]);
    }

    public Task CreateAsync(Spec after, CancellationToken cancellationToken) => Writing(after) switch
    {
        var spec when GatewayV2.Has(spec.Subject.Kind) => _v2.CreateAsync(spec, cancellationToken),
        RestApiSpec api => _writer.CreateAsync(api, cancellationToken),
        DeploymentSpec deployment => _deployments.CreateAsync(deployment, cancellationToken),
        StageSpec stage => _stages.CreateAsync(stage, cancellationToken),
        UsagePlanSpec plan => _planWriter.CreateAsync(plan, cancellationToken),
        ApiKeySpec => throw KeyWriter.NotHere(),
        DocumentationSpec documentation => throw Documentation.NotHere(documentation),
        MarkSpec mark => _marks.CreateAsync(mark, cancellationToken),
        var thing => _account.Of(thing.Address.Kind).CreateAsync(thing, cancellationToken),
    };

    public Task UpdateAsync(Spec before, Spec after, CancellationToken cancellationToken) => (before, Writing(after)) switch
    {
        (var was, var spec) when GatewayV2.Has(spec.Subject.Kind) => _v2.UpdateAsync(was, spec, cancellationToken),
        (RestApiSpec was, RestApiSpec api) => _writer.UpdateAsync(was, api, cancellationToken),
        (DeploymentSpec, DeploymentSpec) => Task.CompletedTask,
        (StageSpec was, StageSpec stage) => _stages.UpdateAsync(was, stage, cancellationToken),
        (UsagePlanSpec was, UsagePlanSpec plan) => _planWriter.UpdateAsync(was, plan, cancellationToken),
        (ApiKeySpec was, ApiKeySpec key) => _keyWriter.UpdateAsync(was, key, cancellationToken),
        (DocumentationSpec was, DocumentationSpec documentation) => _documentation.UpdateAsync(was, documentation, cancellationToken),
        (MarkSpec, MarkSpec mark) => _marks.CreateAsync(mark, cancellationToken),
        (_, var thing) => _account.Of(thing.Address.Kind).UpdateAsync(before, thing, cancellationToken),
    };

    public Task DeleteAsync(Spec before, CancellationToken cancellationToken) => Writing(before) switch
    {
        var spec when GatewayV2.Has(spec.Subject.Kind) => _v2.DeleteAsync(spec, cancellationToken),
        RestApiSpec api => _writer.DeleteAsync(api, cancellationToken),
        DeploymentSpec deployment => _deployments.DeleteAsync(deployment, cancellationToken),
        StageSpec stage => _stages.DeleteAsync(stage, cancellationToken),
        UsagePlanSpec plan => _planWriter.DeleteAsync(plan, cancellationToken),
        ApiKeySpec => throw KeyWriter.NotHere(),
        DocumentationSpec documentation => throw Documentation.NotHere(documentation),
        MarkSpec mark => _marks.DeleteAsync(mark, cancellationToken),
        var thing => _account.Of(thing.Address.Kind).DeleteAsync(thing, cancellationToken),
    };

    public async Task<StageAddress?> FindStageAsync(Address api, string stage, CancellationToken cancellationToken)
    {
        if (GatewayV2.Has(api.Kind))
        {
            return await _v2.FindStageAsync(api.Id, stage, cancellationToken) is var (apiId, name)
                ? new StageAddress(apiId, api.Kind is Kind.WebSocketApi ? _aws.Endpoint.SocketUrl(apiId, name) : _aws.Endpoint.InvokeUrlV2(apiId, name), _aws.Endpoint.StageArnV2(apiId, name))
                : null;
        }

        if ((await _apis.FindAsync(api.Id, cancellationToken))?.Id is not { } restApiId)
        {
            return null;
        }

        return (await _stages.ListAsync(restApiId, cancellationToken)).FirstOrDefault(live => live.Id == stage) is { } found
            ? new StageAddress(restApiId, _aws.Endpoint.InvokeUrl(restApiId, found.Live.StageName), _aws.Endpoint.StageArn(restApiId, found.Live.StageName))
            : null;
    }

    public async Task<string?> FindUsagePlanAsync(string plan, CancellationToken cancellationToken) => (await _plans.FindAsync(plan, cancellationToken))?.Id;

    public async Task<string?> FindOwnUsagePlanAsync(string plan, CancellationToken cancellationToken) => (await _plans.OwnAsync("CreateUsagePlanKey", plan, cancellationToken))?.Id;

    public Task<IReadOnlyList<KeyUsageDay>> ReadUsageAsync(string key, string plan, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        KeyUsages.ReadAsync(_aws, key, plan, first, last, cancellationToken);

    public Task<string?> ReadKeyValueAsync(string key, CancellationToken cancellationToken) => ApiKeys.ReadValueAsync(_aws, key, cancellationToken);

    private Spec Writing(Spec spec) => _writable ? spec : throw Calls.ReadOnly();
}
