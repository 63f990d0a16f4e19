using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>The brakes: what a change set would destroy is said, and is refused unless the name of the thing is typed.</summary>
internal static class Safety
{
    public static Brakes Check(ChangeSet changes, GatewayState live, SyncOptions options, IReadOnlyList<string>? atStake = null)
    {
        var deletes = changes.Changes.OfType<Change.Delete>().Select(delete => delete.Before).Where(before => before is not MarkSpec).ToArray();
        var reasons = new List<string>();

        reasons.AddRange(deletes.OfType<DefinitionSpec>().Select(api => $"It deletes the API {api.NameInAws}, and with it all its stages."));
        reasons.AddRange(deletes.OfType<StageSpec>().Select(stage => $"It deletes the stage {stage.Name}."));

        reasons.AddRange(deletes.OfType<UsagePlanSpec>().Select(plan => $"It deletes the usage plan {plan.Name}: what its keys can call by this plan alone, they cannot call any more."));

        reasons.AddRange(deletes.OfType<ClientCertificateSpec>().Select(certificate => $"It deletes the client certificate {certificate.Name}: its key is gone then, and no other can take its place with backends that know it."));

        reasons.AddRange(deletes.Where(spec => spec is VpcLinkSpec or VpcLinkV2Spec).Select(link => $"It deletes the {link.Label}: what calls through it fails from then on."));

        reasons.AddRange(deletes.OfType<DomainNameSpec>().Select(domain => $"It deletes the domain name {domain.Name}: calls to it fail from then on."));

        if (deletes.Length > options.Deletions)
        {
            reasons.Add($"It deletes {deletes.Length} things at once; more than {options.Deletions} is not usual.");
        }

        reasons.AddRange(
            from update in changes.Changes.OfType<Change.Update>()
            let before = update.Before as DefinitionSpec
            let after = update.After as DefinitionSpec
            where before is not null && after is not null
            let removed = before.RouteKeys.Except(after.RouteKeys).Count()
            where removed > options.RouteRemovals
            select $"It removes {removed} of the {before.RouteKeys.Count()} routes of the API {after.NameInAws}; more than {options.RouteRemovals} is not usual.");

        reasons.AddRange(
            from update in changes.Changes.OfType<Change.Update>()
            let before = update.Before as DefinitionSpec
            let after = update.After as DefinitionSpec
            where before is not null && after is not null
            let lost = Losses.Of(before, after)
            where lost is not []
            select $"It deletes {ChangeWords.Count(lost.Count, "integration")} of the API {after.NameInAws} that no route names.");

        reasons.AddRange(atStake ?? []);

        return reasons is [] ? Brakes.None : new Brakes(reasons, NameToType(deletes, live));
    }

    private static string NameToType(Spec[] deletes, GatewayState live) => deletes switch
    {
        [StageSpec only] => only.Name,
        [UsagePlanSpec only] => only.Name,
        [ClientCertificateSpec or VpcLinkSpec or VpcLinkV2Spec or DomainNameSpec] => AccountNames.Of(deletes[0]),
        _ => live.Specs.OfType<DefinitionSpec>().Select(api => api.NameInAws).FirstOrDefault()
            ?? live.Specs.OfType<UsagePlanSpec>().Select(plan => plan.Name).FirstOrDefault()
            ?? deletes.OfType<StageSpec>().First().Name,
    };
}

/// <param name="Reasons">What an approver must have understood, in sentences.</param>
/// <param name="Name">What must be typed to approve; null where nothing brakes.</param>
internal sealed record Brakes(IReadOnlyList<string> Reasons, string? Name)
{
    public static Brakes None { get; } = new([], null);
}
