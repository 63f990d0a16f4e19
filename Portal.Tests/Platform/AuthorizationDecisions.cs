using Portal.Shared;
using Portal.Shared.Audit;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Identity;
using Portal.Shared.Keys;
using Portal.Shared.Metrics;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Platform;

/// <summary>Who may send which request: what is decided, a second time and in full.</summary>
internal static class AuthorizationDecisions
{
    private const Role Everybody = Role.Admin | Role.Publisher | Role.Operator | Role.Auditor | Role.Developer;
    private const Role Staff = Role.Admin | Role.Publisher | Role.Operator | Role.Auditor;
    private const Role Owners = Role.Admin | Role.Publisher | Role.Operator | Role.Developer;
    private const Role Editors = Role.Admin | Role.Publisher;
    private const Role Appliers = Role.Admin | Role.Publisher | Role.Operator;

    private const Role Auditors = Role.Admin | Role.Auditor;

    /// <summary>By the type of the request.</summary>
    public static IReadOnlyDictionary<Type, Decision> All { get; } = new Dictionary<Type, Decision>
    {
        [typeof(GetSetup)] = Decision.Anyone,
        [typeof(CreateAdministrator)] = Decision.Anyone,
        [typeof(SignIn)] = Decision.Anyone,
        [typeof(SignOut)] = Decision.Anyone,
        [typeof(AcceptInvitation)] = Decision.Anyone,
        [typeof(GetRegistration)] = Decision.Anyone,
        [typeof(Register)] = Decision.Anyone,
        [typeof(ConfirmAddress)] = Decision.Anyone,
        [typeof(SendConfirmationAgain)] = Decision.Anyone,
        [typeof(ForgotPassword)] = Decision.Anyone,

        // Whom it opens to depends on where they sit, and on whether mails are delivered.
        [typeof(OpenMailbox)] = Decision.Anyone,

        [typeof(WhoAmI)] = new(Everybody),
        [typeof(ChangePassword)] = new(Everybody),
        [typeof(ListTeams)] = new(Everybody),
        [typeof(ListTokens)] = new(Everybody),
        [typeof(MakeToken)] = new(Everybody),
        [typeof(RevokeToken)] = new(Everybody),

        [typeof(ListAuditEvents)] = new(Auditors),
        [typeof(VerifyAudit)] = new(Auditors),
        [typeof(ExportAudit)] = new(Auditors),
        [typeof(GetAuditKeys)] = new(Auditors),

        [typeof(ListPeople)] = new(Role.Admin),
        [typeof(GetPerson)] = new(Role.Admin),
        [typeof(AddPerson)] = new(Role.Admin),
        [typeof(ChangePerson)] = new(Role.Admin),
        [typeof(InviteAgain)] = new(Role.Admin),
        [typeof(CreateTeam)] = new(Role.Admin),
        [typeof(ConfirmPerson)] = new(Role.Admin),
        [typeof(SendConfirmation)] = new(Role.Admin),
        [typeof(ListMails)] = new(Role.Admin),
        [typeof(RetryMail)] = new(Role.Admin),

        [typeof(GetFirstSteps)] = new(Staff),

        [typeof(ListConnections)] = new(Staff),
        [typeof(GetConnection)] = new(Staff),
        [typeof(GetHeadroom)] = new(Staff),
        [typeof(GetLeastPolicy)] = new(Staff),
        [typeof(AddConnection)] = new(Role.Admin),
        [typeof(ChangeConnection)] = new(Role.Admin),
        [typeof(RemoveConnection)] = new(Role.Admin),
        [typeof(ListTerraformStates)] = new(Staff),
        [typeof(GiveTerraformState)] = new(Role.Admin),
        [typeof(TakeTerraformState)] = new(Role.Admin),
        [typeof(SwitchToReadOnly)] = new(Role.Admin),
        [typeof(SwitchToWriting)] = new(Role.Admin),
        [typeof(TestConnection)] = new(Role.Admin),
        [typeof(PreviewImport)] = new(Role.Admin),
        [typeof(ImportAccount)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ProposeAdoption)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ListClientCertificates)] = new(Staff),
        [typeof(GetCertificateUses)] = new(Staff),
        [typeof(GetCertificatePem)] = new(Staff),
        [typeof(ProposeClientCertificate)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ProposeCertificateDescription)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ProposeCertificateDeletion)] = new(Role.Admin, ConcernKind.Team),

        // The stages of one's own teams only: whose they are, the handler looks at.
        [typeof(PointAtCertificate)] = new(Appliers),
        [typeof(ListDomainNames)] = new(Staff),
        [typeof(ProposeDomainName)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ProposeDomainNameChange)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ProposeDomainNameDeletion)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ListVpcLinks)] = new(Staff),
        [typeof(ProposeVpcLink)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ProposeVpcLinkChange)] = new(Role.Admin, ConcernKind.Team),
        [typeof(ProposeVpcLinkDeletion)] = new(Role.Admin, ConcernKind.Team),
        [typeof(GetAccountSettings)] = new(Staff),
        [typeof(ProposeAccountSettings)] = new(Role.Admin, ConcernKind.Team),

        // What one may see of it is a matter of each API's audience.
        [typeof(ListCatalog)] = Decision.Anyone,
        [typeof(GetReference)] = Decision.Anyone,
        [typeof(GetReferenceOperation)] = Decision.Anyone,
        [typeof(GetReferenceSchema)] = Decision.Anyone,
        [typeof(GetPublishedDocument)] = Decision.Anyone,

        [typeof(ListApis)] = new(Staff),
        [typeof(GetApi)] = new(Staff, ConcernKind.Api),
        [typeof(ListRevisions)] = new(Staff, ConcernKind.Api),
        [typeof(GetRevision)] = new(Staff, ConcernKind.Api),
        [typeof(GetRoutes)] = new(Staff, ConcernKind.Api),
        [typeof(GetSecurity)] = new(Staff, ConcernKind.Api),
        [typeof(GetSocketRoutes)] = new(Staff, ConcernKind.Api),
        [typeof(GetCors)] = new(Staff, ConcernKind.Api),
        [typeof(GetModels)] = new(Staff, ConcernKind.Api),
        [typeof(GetModel)] = new(Staff, ConcernKind.Api),
        [typeof(GetGatewayResponses)] = new(Staff, ConcernKind.Api),
        [typeof(GetFindings)] = new(Staff, ConcernKind.Api),
        [typeof(CreateApi)] = new(Editors, ConcernKind.Team),
        [typeof(ImportApi)] = new(Editors, ConcernKind.Team),
        [typeof(ImportRevision)] = new(Editors, ConcernKind.Api),
        [typeof(PreviewRevision)] = new(Editors, ConcernKind.Api),
        [typeof(EditRoutes)] = new(Editors, ConcernKind.Api),
        [typeof(RestoreRevision)] = new(Editors, ConcernKind.Api),
        [typeof(ChangeApi)] = new(Editors, ConcernKind.Api),
        [typeof(DeleteApi)] = new(Editors, ConcernKind.Api),

        [typeof(ListStages)] = new(Staff, ConcernKind.Api),
        [typeof(GetStage)] = new(Staff, ConcernKind.Stage),
        [typeof(GetStageAddress)] = new(Staff, ConcernKind.Stage),
        [typeof(ListReleases)] = new(Staff, ConcernKind.Stage),
        [typeof(AddStage)] = new(Appliers, ConcernKind.Api),
        [typeof(ChangeStage)] = new(Appliers, ConcernKind.Stage),
        [typeof(GetStageSetup)] = new(Staff, ConcernKind.Stage),
        [typeof(ChangeStageSetup)] = new(Appliers, ConcernKind.Stage),
        [typeof(ProposeStageSetup)] = new(Appliers, ConcernKind.Stage),
        [typeof(RemoveStage)] = new(Appliers, ConcernKind.Stage),
        [typeof(ProposeDeployment)] = new(Appliers, ConcernKind.Stage),
        [typeof(MoveStage)] = new(Appliers, ConcernKind.Stage),
        [typeof(ProtectStage)] = new(Role.Admin, ConcernKind.Stage),
        [typeof(ReviewPromotion)] = new(Staff, ConcernKind.Stage),
        [typeof(ProposePromotion)] = new(Appliers, ConcernKind.Stage),
        [typeof(ReviewRollBack)] = new(Staff, ConcernKind.Stage),
        [typeof(RollBackStage)] = new(Appliers, ConcernKind.Stage),
        [typeof(ProposeRemoval)] = new(Appliers, ConcernKind.Stage),
        [typeof(ListPromotions)] = new(Staff, ConcernKind.Api),
        [typeof(GetBoard)] = new(Staff),
        [typeof(TrySocket)] = new(Appliers, ConcernKind.Stage),
        [typeof(TryStage)] = new(Appliers, ConcernKind.Stage),

        [typeof(ListUsagePlans)] = new(Staff),
        [typeof(GetUsagePlan)] = new(Staff, ConcernKind.UsagePlan),
        [typeof(CreateUsagePlan)] = new(Editors, ConcernKind.Team),
        [typeof(ChangeUsagePlan)] = new(Editors, ConcernKind.UsagePlan),
        [typeof(DeleteUsagePlan)] = new(Editors, ConcernKind.UsagePlan),
        [typeof(ProposeUsagePlan)] = new(Appliers, ConcernKind.UsagePlan),
        [typeof(OfferUsagePlan)] = new(Editors, ConcernKind.UsagePlan),

        [typeof(ListApps)] = new(Owners),
        [typeof(CreateApp)] = new(Owners),
        [typeof(GetApp)] = new(Owners, ConcernKind.App),
        [typeof(ChangeApp)] = new(Owners, ConcernKind.App),
        [typeof(DeleteApp)] = new(Owners, ConcernKind.App),
        [typeof(GetPlanOffers)] = new(Owners),
        [typeof(RequestApiKey)] = new(Owners),
        [typeof(IssueApiKey)] = new(Owners, ConcernKind.OwnSubscription),
        [typeof(EndSubscription)] = new(Owners, ConcernKind.OwnSubscription),
        [typeof(RotateApiKey)] = new(Owners, ConcernKind.OwnApiKey),
        [typeof(ListKeyStages)] = new(Owners, ConcernKind.OwnApiKey),
        [typeof(TryApiKey)] = new(Owners, ConcernKind.OwnApiKey),
        [typeof(TalkByApiKey)] = new(Owners, ConcernKind.OwnApiKey),
        [typeof(RevokeOwnApiKey)] = new(Owners, ConcernKind.OwnApiKey),
        [typeof(GetApiKeyUsage)] = new(Owners, ConcernKind.OwnApiKey),
        [typeof(ListSubscriptions)] = new(Staff),
        [typeof(ApproveSubscription)] = new(Editors, ConcernKind.Subscription),
        [typeof(RefuseSubscription)] = new(Editors, ConcernKind.Subscription),
        [typeof(ListApiKeys)] = new(Staff),
        [typeof(FindApiKey)] = new(Editors),
        [typeof(RevokeApiKey)] = new(Appliers, ConcernKind.ApiKey),

        [typeof(GetTraffic)] = new(Staff),
        [typeof(MakeTraffic)] = new(Editors),
        [typeof(ExportTraffic)] = new(Staff),
        [typeof(GetStageMetrics)] = new(Staff, ConcernKind.Stage),
        [typeof(ListConsumers)] = new(Staff, ConcernKind.Stage),
        [typeof(ExportConsumers)] = new(Staff, ConcernKind.Stage),
        [typeof(ExportStageMetrics)] = new(Staff, ConcernKind.Stage),

        [typeof(ListRuns)] = new(Staff),
        [typeof(GetRun)] = new(Staff, ConcernKind.ChangeRun),
        [typeof(GetStepText)] = new(Staff, ConcernKind.ChangeRun),
        [typeof(GetRunPatch)] = new(Staff, ConcernKind.ChangeRun),
        [typeof(GetRunAsText)] = new(Staff, ConcernKind.ChangeRun),
        [typeof(ApproveRun)] = new(Appliers, ConcernKind.ChangeRun),
        [typeof(CancelRun)] = new(Appliers, ConcernKind.ChangeRun),
        [typeof(RetryRun)] = new(Appliers, ConcernKind.ChangeRun),
        [typeof(ProposeUndo)] = new(Appliers, ConcernKind.ChangeRun),

        [typeof(ListOutOfStep)] = new(Staff),
        [typeof(ProposeBundle)] = new(Appliers),
        [typeof(ListBundles)] = new(Staff),
        [typeof(GetBundle)] = new(Staff),
        [typeof(GetBundleAsText)] = new(Staff),
        [typeof(ApproveBundle)] = new(Appliers),
        [typeof(CancelBundle)] = new(Appliers),
        [typeof(LeaveOutOfBundle)] = new(Appliers),
        [typeof(TakeIntoBundle)] = new(Appliers),

        [typeof(ListDrift)] = new(Staff),
        [typeof(GetDriftStatus)] = new(Staff),
        [typeof(CheckDrift)] = new(Staff),
        [typeof(GetFinding)] = new(Staff, ConcernKind.DriftFinding),
        [typeof(RestoreDrift)] = new(Appliers, ConcernKind.DriftFinding),
        [typeof(TakeOverDrift)] = new(Appliers, ConcernKind.DriftFinding),
        [typeof(IgnoreDrift)] = new(Appliers, ConcernKind.DriftFinding),
        [typeof(ReopenDrift)] = new(Appliers, ConcernKind.DriftFinding),
    };
}

/// <param name="May">The roles that may.</param>
/// <param name="Concerns">The kind of thing that it is about, where that belongs to a team.</param>
internal sealed record Decision(Role May, ConcernKind? Concerns = null)
{
    public static Decision Anyone { get; } = new(Role.None);

    /// <summary>Null: the handler is reached.</summary>
    public RefusalKind? Expect(Caller caller, Whose thing)
    {
        if (ReferenceEquals(this, Anyone))
        {
            return null;
        }

        return caller switch
        {
            { Role: Role.None } => RefusalKind.NotSignedIn,
            _ when !May.HasFlag(caller.Role) => RefusalKind.NotAllowed,
            _ when Concerns is null || thing is Whose.Theirs => null,
            { Role: Role.Admin or Role.Auditor } when thing is Whose.Anothers && !AuthorizationMatrix.IsPersonal(Concerns) => null,
            _ => RefusalKind.NotFound,
        };
    }
}
