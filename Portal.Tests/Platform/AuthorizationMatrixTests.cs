using System.Net;
using Portal.Server.Platform;
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

/// <summary>
/// Every request x everybody x what is theirs, another's or nobody's, through the one way in. What is decided stands here a second time, in full:
/// a new request without a row fails, and so does a row that nobody wrote down on purpose.
/// </summary>
public sealed class AuthorizationMatrixTests(AuthorizationMatrix matrix) : IClassFixture<AuthorizationMatrix>
{
    private const Role Everybody = Role.Admin | Role.Publisher | Role.Operator | Role.Auditor | Role.Developer;
    private const Role Staff = Role.Admin | Role.Publisher | Role.Operator | Role.Auditor;
    private const Role Owners = Role.Admin | Role.Publisher | Role.Operator | Role.Developer;
    private const Role Editors = Role.Admin | Role.Publisher;
    private const Role Appliers = Role.Admin | Role.Publisher | Role.Operator;

    private const Role Auditors = Role.Admin | Role.Auditor;

    private static readonly Dictionary<Type, Decision> Decisions = new()
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
        [typeof(GetFindings)] = new(Staff, ConcernKind.Api),
        [typeof(CreateApi)] = new(Editors, ConcernKind.Team),
        [typeof(ImportApi)] = new(Editors, ConcernKind.Team),
        [typeof(ImportRevision)] = new(Editors, ConcernKind.Api),
        [typeof(EditRoutes)] = new(Editors, ConcernKind.Api),
        [typeof(ChangeApi)] = new(Editors, ConcernKind.Api),
        [typeof(DeleteApi)] = new(Editors, ConcernKind.Api),

        [typeof(ListStages)] = new(Staff, ConcernKind.Api),
        [typeof(GetStage)] = new(Staff, ConcernKind.Stage),
        [typeof(GetStageAddress)] = new(Staff, ConcernKind.Stage),
        [typeof(ListReleases)] = new(Staff, ConcernKind.Stage),
        [typeof(AddStage)] = new(Appliers, ConcernKind.Api),
        [typeof(ChangeStage)] = new(Appliers, ConcernKind.Stage),
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

        [typeof(ListDrift)] = new(Staff),
        [typeof(GetDriftStatus)] = new(Staff),
        [typeof(CheckDrift)] = new(Staff),
        [typeof(GetFinding)] = new(Staff, ConcernKind.DriftFinding),
        [typeof(RestoreDrift)] = new(Appliers, ConcernKind.DriftFinding),
        [typeof(TakeOverDrift)] = new(Appliers, ConcernKind.DriftFinding),
        [typeof(IgnoreDrift)] = new(Appliers, ConcernKind.DriftFinding),
        [typeof(ReopenDrift)] = new(Appliers, ConcernKind.DriftFinding),
    };

    public static TheoryData<string> Requests => [.. RequestCatalog.Of(typeof(IPortal).Assembly).Requests.Select(request => request.Name).Order()];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Everybody_may_what_is_written_here_and_no_more(string name)
    {
        var request = RequestCatalog.Of(typeof(IPortal).Assembly).Requests.Single(type => type.Name == name);
        Assert.True(Decisions.TryGetValue(request, out var decision), $"{name} is new: write down in this file who may send it.");

        List<string> wrong = [];

        foreach (var thing in decision.Concerns is null ? [Whose.Nobodys] : Enum.GetValues<Whose>())
        {
            foreach (var caller in matrix.Callers)
            {
                var sent = matrix.Make(request, decision.Concerns, thing, caller);
                Assert.Equal(decision.Concerns, (sent as IConcerns)?.Concern.Kind);
                var expected = decision.Expect(caller, thing);
                var found = await matrix.SendAsync(sent, caller.Id);

                if (found != expected)
                {
                    wrong.Add($"{caller.Role} with {thing}: {found}, not {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_HTTP_door_says_the_same_in_numbers()
    {
        var stranger = await matrix.PersonAsync(Role.Publisher);
        var paths = new[] { (ConcernKind.Api, "apis"), (ConcernKind.Stage, "stages"), (ConcernKind.UsagePlan, "plans"), (ConcernKind.ChangeRun, "runs") }.Select(kind => $"/api/v1/{kind.Item2}/{matrix.Thing(kind.Item1, Whose.Theirs)}");

        foreach (var path in paths)
        {
            await matrix.CreateClient().GetAsync(path, TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.Unauthorized, "urn:portal:platform:not-signed-in");
            await (await matrix.PersonAsync(Role.Developer)).Http.GetAsync(path, TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.Forbidden, "urn:portal:platform:not-allowed");
            await stranger.Http.GetAsync(path, TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        }
    }

    [Fact]
    public void Nothing_is_decided_that_nobody_can_ask() => Assert.Empty(Decisions.Keys.Except(RequestCatalog.Of(typeof(IPortal).Assembly).Requests));

    /// <param name="May">The roles that may.</param>
    /// <param name="Concerns">The kind of thing that it is about, where that belongs to a team.</param>
    private sealed record Decision(Role May, ConcernKind? Concerns = null)
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
}

/// <summary>Whose a thing is, seen from those who ask.</summary>
public enum Whose
{
    /// <summary>Of the team of those who ask.</summary>
    Theirs,

    /// <summary>Of another team.</summary>
    Anothers,

    /// <summary>There is no such thing.</summary>
    Nobodys,
}

/// <param name="Role">One role; none is somebody who is not signed in.</param>
/// <param name="Id">Null is somebody who is not signed in.</param>
public sealed record Caller(Role Role, Guid? Id);
