namespace Portal.Shared;

/// <summary>Which role grants which policy: the one table of it.</summary>
public static class Roles
{
    public static IReadOnlyList<Role> All { get; } = [Role.Admin, Role.Publisher, Role.Operator, Role.Auditor, Role.Developer];

    public static bool Grant(this Role roles, string policy) => policy switch
    {
        Policies.Anyone => true,
        Policies.SignedIn => roles is not Role.None,
        Policies.ReadCatalog => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator | Role.Auditor),
        Policies.EditCatalog => roles.HasAny(Role.Admin | Role.Publisher),
        Policies.EditStages => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator),
        Policies.ProtectStages => roles.HasAny(Role.Admin),
        Policies.ReadPlans => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator | Role.Auditor),
        Policies.EditPlans => roles.HasAny(Role.Admin | Role.Publisher),
        Policies.OwnApps => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator | Role.Developer),
        Policies.RevokeKeys => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator),
        Policies.ReadMetrics => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator | Role.Auditor),
        Policies.MakeTraffic => roles.HasAny(Role.Admin | Role.Publisher),
        Policies.PreviewChanges => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator | Role.Auditor),
        Policies.ApplyChanges => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator),
        Policies.ReadConnections => roles.HasAny(Role.Admin | Role.Publisher | Role.Operator | Role.Auditor),
        Policies.ManageConnections => roles.HasAny(Role.Admin),
        Policies.ManagePeople => roles.HasAny(Role.Admin),
        Policies.ReadAudit => roles.HasAny(Role.Admin | Role.Auditor),
        _ => false,
    };

    /// <summary>Whether what belongs to other teams is open to them too: to read for an auditor, for everything for an administrator.</summary>
    public static bool ReachesAllTeams(this Role roles) => roles.HasAny(Role.Admin | Role.Auditor);

    public static bool HasAny(this Role roles, Role any) => (roles & any) is not Role.None;
}
