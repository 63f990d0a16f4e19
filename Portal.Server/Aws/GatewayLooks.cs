using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Looks at a gateway for drift: in as few calls as see what is wanted.</summary>
internal sealed class GatewayLooks(RestApis apis, Deployments deployments, Stages stages, RestApiReader reader, UsagePlans plans, LiveKeys keys, KnownIds ids, Documentation documentation, AccountKinds account)
{
    public Task<GatewayLook> LookAsync(GatewayScope scope, GatewayState? known, CancellationToken cancellationToken) => scope.Subject.Kind switch
    {
        Kind.RestApi => OfApiAsync(scope, known, cancellationToken),
        Kind.UsagePlan => OfPlanAsync(scope, known, cancellationToken),
        Kind.Documentation => documentation.LookAsync(scope.Subject.Id, cancellationToken),
        _ => account.LookAsync(scope.Subject, cancellationToken),
    };

    private async Task<GatewayLook> OfPlanAsync(GatewayScope scope, GatewayState? known, CancellationToken cancellationToken)
    {
        var plan = scope.Subject.Id;

        if (await plans.FindAsync(plan, cancellationToken) is not { } found)
        {
            return new GatewayLook(GatewayState.Empty, [], null) { LastAwsId = plans.LastIdOf(plan) };
        }

        var (ours, beside) = await keys.LookAsync(scope, found.Id, known, cancellationToken);

        return new GatewayLook(new GatewayState([await plans.ToSpecAsync(plan, found, cancellationToken), .. ours]), [.. BesideSettings.OfPlan(plan, found), .. beside], found.Id);
    }

    private async Task<GatewayLook> OfApiAsync(GatewayScope scope, GatewayState? known, CancellationToken cancellationToken)
    {
        var api = scope.Subject.Id;

        if (await apis.FindAsync(api, cancellationToken) is not { } head)
        {
            return new GatewayLook(GatewayState.Empty, [], null) { LastAwsId = apis.LastIdOf(api) };
        }

        var before = known?.Find(scope.Subject) as RestApiSpec;
        var reading = (
            Api: before is null ? reader.ReadAsync(api, head, cancellationToken) : reader.GlanceAsync(api, head, before, cancellationToken),
            Stages: stages.AllAsync(head.Id, cancellationToken));
        await Task.WhenAll(reading.Api, reading.Stages);

        var all = await reading.Stages;
        var marked = stages.OursOf(head.Id, all);
        var ours = marked.Where(stage => scope.Parts.Contains(stage.Id)).DistinctBy(stage => stage.Id).ToList();
        var served = (before is null ? null : ids.DeploymentsOrNull(head.Id, [.. ours.Select(stage => stage.Live)])) ?? await deployments.ListAsync(head.Id, cancellationToken);
        var there = before is null ? served.Select(deployment => new DeploymentSpec(deployment.Ours) { Api = api }).DistinctBy(deployment => deployment.Id) : known!.Specs.OfType<DeploymentSpec>();

        return new GatewayLook(new GatewayState([await reading.Api, .. there, .. ours.Select(stage => Stages.ToSpec(stage, api, served))]), [.. BesideSettings.OfHead(api, head), .. BesideSettings.Of(api, ours, [.. all.Except(marked.Select(stage => stage.Live))])], head.Id);
    }
}
