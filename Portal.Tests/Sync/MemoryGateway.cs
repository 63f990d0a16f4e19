using Portal.Server.Gateway;

namespace Portal.Tests.Sync;

/// <summary>
/// An API Gateway of one account in memory. A definition takes two calls, as some things in AWS do, so that there is a middle to be cut in;
/// each call is announced before and after its work, so that a test can refuse it, cut it or meddle.
/// </summary>
internal sealed class MemoryGateway : IGateway, IGateways
{
    private readonly List<Spec> _things = [];
    private readonly List<string> _calls = [];

    /// <summary>What is announced, in order, as "PutRestApi shop".</summary>
    public IReadOnlyList<string> Calls => _calls;

    public IEnumerable<string> Writes => _calls.Where(call => !call.StartsWith("Get", StringComparison.Ordinal));

    /// <summary>Called before the work of each call.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Called after the work of each call, before its answer arrives.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>What the definition was when it was deployed, by the deployment's id.</summary>
    public Dictionary<string, string> Snapshots { get; } = [];

    public GatewayState State => new(_things);

    public MemoryGateway Holding(params Spec[] specs)
    {
        foreach (var spec in specs)
        {
            Set(spec);
        }

        return this;
    }

    public void Set(Spec spec)
    {
        Remove(spec.Address);
        _things.Add(spec);
    }

    public void Remove(Address address) => _things.RemoveAll(thing => thing.Address == address);

    public MemoryKeys Keys => field ??= new MemoryKeys(CallAsync);

    public Task<IKeyGateway> OpenKeysAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IKeyGateway>(Keys);

    public Task<IReadOnlyList<KeyUsageDay>> ReadUsageAsync(string key, string plan, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KeyUsageDay>>([]);

    public Task<string?> ReadKeyValueAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Keys.Held.GetValueOrDefault(key)?.Value);

    public Task<IGateway> OpenAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IGateway>(this);

    public async Task<GatewayState> ReadAsync(GatewayScope scope, CancellationToken cancellationToken)
    {
        await CallAsync($"Get{scope.Subject.Kind} {scope.Subject.Id}", () => { });

        return In(scope);
    }

    public async Task<GatewayLook> LookAsync(GatewayScope scope, GatewayState? known, CancellationToken cancellationToken)
    {
        await CallAsync($"{(known is null ? "Get" : "GetQuick")}{scope.Subject.Kind} {scope.Subject.Id}", () => { });
        var state = In(scope);

        return new GatewayLook(state, [], state.Find(scope.Subject) is null ? null : scope.Subject.Id);
    }

    public GatewayState In(GatewayScope scope) => new([.. _things.Where(thing => thing.Subject == scope.Subject && (thing is not StageSpec || scope.Parts.Contains(thing.Address.Id)))]);

    public Task CreateAsync(Spec after, CancellationToken cancellationToken) => after switch
    {
        RestApiSpec api => CreateAsync(api),
        HttpApiSpec api => CreateAsync(api),
        DeploymentSpec deployment => CallAsync($"CreateDeployment {deployment.Id}", () =>
        {
            _things.Add(deployment);
            Snapshots[deployment.Id] = State.Find(deployment.Subject)!.Text;
        }),
        StageSpec stage => CallAsync($"CreateStage {stage.Name}", () => _things.Add(stage)),
        UsagePlanSpec plan when State.Find(plan.Address) is null => CallAsync($"CreateUsagePlan {plan.Id}", () => _things.Add(WithStages(plan))),
        UsagePlanSpec plan => UpdateAsync(plan),
        _ => throw new NotSupportedException(after.Address.ToString()),
    };

    public Task UpdateAsync(Spec before, Spec after, CancellationToken cancellationToken) => after switch
    {
        RestApiSpec api => UpdateAsync((RestApiSpec)before, api),
        HttpApiSpec api => UpdateAsync((HttpApiSpec)before, api),
        StageSpec stage => CallAsync($"UpdateStage {stage.Name}", () => Set(stage)),
        UsagePlanSpec plan => UpdateAsync(plan),
        _ => throw new NotSupportedException(after.Address.ToString()),
    };

    public async Task DeleteAsync(Spec before, CancellationToken cancellationToken)
    {
        // As AWS: a plan that has stages is not deleted.
        if (State.Find(before.Address) is UsagePlanSpec { Emptied: UsagePlanSpec empty })
        {
            await UpdateAsync(empty);
        }

        await CallAsync($"Delete{before.Address.Kind} {before.Address.Id}", () => _things.RemoveAll(thing => thing.Address == before.Address || thing.Subject == before.Address));
    }

    public Task<StageAddress?> FindStageAsync(Address api, string stage, CancellationToken cancellationToken) => Task.FromResult<StageAddress?>(null);

    public Task<string?> FindOwnUsagePlanAsync(string plan, CancellationToken cancellationToken) => FindUsagePlanAsync(plan, cancellationToken);

    public Task<string?> FindUsagePlanAsync(string plan, CancellationToken cancellationToken) =>
        Task.FromResult(State.Find(new Address(Kind.UsagePlan, plan)) is null ? null : $"aws-{plan}");

    private Task UpdateAsync(UsagePlanSpec plan) => CallAsync($"UpdateUsagePlan {plan.Id}", () => Set(WithStages(plan)));

    /// <summary>As AWS: a plan takes only stages that are there.</summary>
    private UsagePlanSpec WithStages(UsagePlanSpec plan) =>
        plan.Stages.Keys.FirstOrDefault(key => !_things.OfType<StageSpec>().Any(stage => UsagePlanSpec.StageKey(stage.Api, stage.Id) == key)) is { } missing
            ? throw new GatewayRefusedException("UpdateUsagePlan", "NotFoundException", $"The stage {missing} does not exist.", GatewayRefusal.Final)
            : plan;

    private async Task CreateAsync(RestApiSpec api)
    {
        if (State.Find(api.Address) is null)
        {
            await CallAsync($"CreateRestApi {api.Id}", () => _things.Add(api with { Methods = SortedMap<MethodSpec>.Empty }));
        }

        await CallAsync($"PutRestApi {api.Id}", () => Set(api));
    }

    private async Task UpdateAsync(RestApiSpec before, RestApiSpec after)
    {
        if (before.Description != after.Description)
        {
            await CallAsync($"UpdateRestApi {after.Id}", () => Set((RestApiSpec)State.Find(after.Address)! with { Description = after.Description }));
        }

        await CallAsync($"PutRestApi {after.Id}", () => Set(after));
    }

    private async Task CreateAsync(HttpApiSpec api)
    {
        if (State.Find(api.Address) is null)
        {
            await CallAsync($"CreateApi {api.Id}", () => _things.Add(api with { Routes = SortedMap<HttpRouteSpec>.Empty }));
        }

        await CallAsync($"ReimportApi {api.Id}", () => Set(api));
    }

    private async Task UpdateAsync(HttpApiSpec before, HttpApiSpec after)
    {
        await CallAsync($"ReimportApi {after.Id}", () => Set(after with { Description = before.Description }));

        if (before.Description != after.Description)
        {
            await CallAsync($"UpdateApi {after.Id}", () => Set(after));
        }
    }

    private Task CallAsync(string call, Action work)
    {
        _calls.Add(call);
        Before(call);
        work();
        After(call);

        return Task.CompletedTask;
    }
}
