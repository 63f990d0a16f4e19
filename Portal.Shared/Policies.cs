namespace Portal.Shared;

/// <summary>What somebody may do, by name. A request demands one; <see cref="Roles"/> grants them.</summary>
public static class Policies
{
    /// <summary>Asked without signing in: the first set-up, signing in.</summary>
    public const string Anyone = "anyone";

    /// <summary>Any person who is signed in, for what is their own.</summary>
    public const string SignedIn = "signed-in";

    public const string ReadCatalog = "catalog.read";
    public const string EditCatalog = "catalog.edit";

    /// <summary>Say where APIs run: their stages and the variables of those.</summary>
    public const string EditStages = "stages.edit";

    /// <summary>Say which stages nobody may change alone.</summary>
    public const string ProtectStages = "stages.protect";

    public const string ReadPlans = "plans.read";

    /// <summary>Say what usage plans grant, and where.</summary>
    public const string EditPlans = "plans.edit";

    /// <summary>Have apps, subscriptions and keys of one's own.</summary>
    public const string OwnApps = "apps.own";

    /// <summary>Take back keys of others.</summary>
    public const string RevokeKeys = "keys.revoke";

    /// <summary>See how much is called, and how well it is answered.</summary>
    public const string ReadMetrics = "metrics.read";

    /// <summary>Have the sandbox make up calls.</summary>
    public const string MakeTraffic = "metrics.make";

    /// <summary>See what a gateway holds and what would change in it.</summary>
    public const string PreviewChanges = "changes.preview";

    /// <summary>Approve a change set and have it applied.</summary>
    public const string ApplyChanges = "changes.apply";

    public const string ReadConnections = "connections.read";
    public const string ManageConnections = "connections.manage";
    public const string ManagePeople = "people.manage";
    public const string ReadAudit = "audit.read";
}
