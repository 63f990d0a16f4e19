using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Identity;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Client;

/// <summary>Valid things for pages to show.</summary>
internal static class Given
{
    public static readonly Guid ApiId = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid StageId = new("22222222-2222-2222-2222-222222222222");
    public static readonly Guid RunId = new("33333333-3333-3333-3333-333333333333");
    public static readonly Guid ConnectionId = new("44444444-4444-4444-4444-444444444444");

    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static TeamView Team { get; } = new(new("55555555-5555-5555-5555-555555555555"), "Payments");

    /// <summary>Nothing is checked, and nothing has drifted.</summary>
    public static DriftStatus NoDrift { get; } = new() { Subjects = 0, Waiting = 0, Unseen = 0, OldestLook = null, OldestFullLook = null, Open = 0, Ignored = 0, Troubles = [] };

    public static Page<T> Page<T>(params T[] items) => new() { Items = items, Total = items.Length };

    public static Refusal Refusal(RefusalKind kind, string type, string title, string detail = "") => new() { Kind = kind, Type = type, Title = title, Detail = detail };

    public static ApiRow Row(string name = "Petstore") => new()
    {
        Id = ApiId,
        Name = name,
        Description = "Pets for all",
        Team = Team,
        Protocol = Protocol.Rest,
        Status = ApiStatus.Draft,
        LatestRevision = 3,
        Operations = 4,
        UpdatedAt = Noon,
        Stages = [],
    };

    public static RevisionView Revision(int number = 3) => new()
    {
        Id = Guid.NewGuid(),
        Number = number,
        Format = DocumentFormat.Json,
        Sha256 = new string('a', 64),
        Source = RevisionSource.Upload,
        SourceName = "petstore.json",
        Summary = "Adds GET /pets.",
        Operations = 4,
        Author = "Ada Lovelace",
        CreatedAt = Noon,
    };

    public static ApiView Api(int revision = 3) => new()
    {
        Id = ApiId,
        Name = "Petstore",
        AwsName = "petstore",
        Description = "Pets for all",
        Team = Team,
        Protocol = Protocol.Rest,
        EndpointType = EndpointType.Regional,
        Status = ApiStatus.Draft,
        Audience = Audience.Team,
        Tags = [],
        CreatedAt = Noon,
        UpdatedAt = Noon,
        Latest = Revision(revision),
        Findings = new(0, 0, 0),
        Stages = [],
        Version = 7,
    };

    public static RevisedApi Revised(int revision) => new() { Api = Api(revision), IsNew = true };

    public static Finding Finding(string rule, FindingLevel level, params string[] operations) => new()
    {
        Level = level,
        Rule = rule,
        Pointer = "/paths/~1pets/get",
        Line = 12,
        Message = $"Something about {rule}.",
        Remedy = "Mend it.",
        Operations = operations,
    };

    public static FindingsView Findings(params Finding[] findings) => new() { Revision = 3, Counts = FindingCounts.Of(findings), Deployable = 4, Findings = findings };

    public static RouteView Route(string method, string path) => new()
    {
        Method = method,
        Path = path,
        OperationId = null,
        Summary = null,
        Tags = [],
        Deprecated = false,
        Parameters = [],
        ApiKeyRequired = false,
        Security = [],
        Guard = new Guard.Open(),
        Options = null,
        FollowsDefault = true,
        Integration = new IntegrationView.Mock { Status = 200 },
        IsLeftOut = false,
        IsPreflight = false,
        Cors = null,
        Line = 12,
    };

    public static RoutesView Routes(params RouteView[] routes) => new() { Revision = 3, Title = "Petstore", DocumentVersion = "1", DefaultIntegration = null, DefaultGuard = new Guard.Open(), Authorizers = [], Routes = routes };

    public static ConnectionView Connection(string name = "Sandbox", bool writable = true) => new()
    {
        Id = ConnectionId,
        Name = name,
        Region = "eu-west-1",
        RoleArn = null,
        ServiceUrl = "http://127.0.0.1:4566",
        AccessLogGroupArn = null,
        IsSandbox = name is "Sandbox",
        Writable = writable,
        Version = 1,
    };

    public static StageView Stage() => new()
    {
        Id = StageId,
        ApiId = ApiId,
        Api = "Petstore",
        ConnectionId = ConnectionId,
        Connection = "Sandbox",
        Name = "dev",
        Position = 0,
        Variables = new Dictionary<string, string>(),
        Runs = new ReleaseView { Id = Guid.NewGuid(), Revision = 3, Deployment = "0123456789abcdef", By = "Ada Lovelace", At = Noon, RunId = RunId, Cause = ReleaseCause.Deployed, PromotedFrom = null },
        VariablesAreAhead = false,
        SettingsAreAhead = false,
        Next = null,
        IsAhead = false,
        Lag = null,
        Before = null,
        Run = null,
        NeedsSecondPerson = false,
        Version = 2,
    };

    public static StageAddressView Address { get; } = new() { InvokeUrl = "http://127.0.0.1:4566/restapis/abc/dev/_user_request_", RestApiId = "abc", Arn = "arn:aws:apigateway:eu-west-1::/restapis/abc/stages/dev", Commands = [] };

    public static StepView Step(int ordinal = 0, StepState state = StepState.Pending) => new()
    {
        Ordinal = ordinal,
        Action = StepAction.Create,
        Address = ordinal is 0 ? $"RestApi/{ApiId}" : $"Stage/{StageId}",
        State = state,
        Headline = ordinal is 0 ? "Creates the API petstore (REGIONAL) with 1 route." : "Creates the stage dev.",
        Details = ordinal is 0 ? ["Adds GET /pets, a mock that answers 200.", "Adds the model Pet."] : [],
        Lines = ordinal is 0 ? ["/methods/GET ~1pets: (none) -> (a mock that answers 200)"] : ["/name: (none) -> \"dev\""],
        Code = null,
        Message = null,
        Advice = null,
        Attempts = 0,
        StartedAt = null,
        EndedAt = null,
    };

    public static RunView Run(RunState state = RunState.Proposed, StepState steps = StepState.Pending) => new()
    {
        Id = RunId,
        Title = "Deploy revision 3 of Petstore to dev",
        State = state,
        Subject = $"RestApi/{ApiId}",
        Connection = ConnectionId,
        ConnectionName = "Sandbox",
        Fingerprint = new string('f', 64),
        Version = 1,
        Notes = [],
        Brakes = [],
        NameToType = null,
        Steps = [Step(0, steps), Step(1, steps)],
        Progress = new(steps is StepState.Done ? 2 : 0, 2),
        QueuePosition = null,
        TurnAt = null,
        WaitsFor = null,
        Actions = state is RunState.Proposed ? [RunAction.Approve, RunAction.Cancel] : [],
        ProposedBy = "Ada Lovelace",
        ProposedAt = Noon,
        ApprovedBy = null,
        ApprovedAt = null,
        StartedAt = null,
        EndedAt = null,
        CancelledBy = null,
        Outcome = null,
        Undoes = null,
    };
}
