using Portal.Server.Gateway;
using Portal.Shared.Stages;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>What a run makes of a gateway: what is there before it, and what shall be after it, of one subject.</summary>
/// <param name="Before">As specs.</param>
/// <param name="After">As specs.</param>
/// <param name="Around">What else must be there, and stays.</param>
internal sealed record WireStory(Spec[] Before, Spec[] After, Spec[] Around)
{
    /// <summary>By name: each kind is made, changed and deleted.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. from thing in new[] { "REST API", "HTTP API", "WebSocket API", "usage plan", "client certificate", "VPC link", "VPC link into subnets", "domain name", "private name" }
           from deed in new[] { "makes a", "changes a", "deletes a" }
           select $"{deed} {thing}",
        "deletes a stage", "has routing rules decide", "has mappings decide again", "sets the log role", "takes the log role away", "marks", "takes marks off", "brings documentation back",
    ];

    /// <summary>Those of them that are about domain names.</summary>
    public static IReadOnlyList<string> OfDomainNames { get; } = [.. Names.Where(name => name.EndsWith(" name", StringComparison.Ordinal) || name.StartsWith("has ", StringComparison.Ordinal))];

    /// <summary>The kinds of things that these stories make, change or delete.</summary>
    public static IReadOnlyList<Kind> Kinds { get; } = [Kind.AccountSettings, Kind.ClientCertificate, Kind.VpcLink, Kind.VpcLinkV2, Kind.RestApi, Kind.HttpApi, Kind.WebSocketApi, Kind.Deployment, Kind.Stage, Kind.UsagePlan, Kind.DomainName, Kind.Documentation, Kind.Mark];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="connection">The connection's id.</param>
    /// <param name="prepared">What the account holds beside: names that AWS gave.</param>
    public static WireStory Of(string name, Guid connection, Prepared prepared) => name switch
    {
        "makes a REST API" => new([], Rest(2, prepared), []),
        "changes a REST API" => new(Rest(1, null), Rest(2, prepared), []),
        "deletes a REST API" => new(Rest(1, null), [], []),
        "deletes a stage" => new(Rest(1, null), Rest(1, null)[..^1], []),
        "makes a HTTP API" => new([], Routed(World.DeployedHttp(2, "dev", "prod"), "GET /1"), []),
        "changes a HTTP API" => new(World.DeployedHttp(1, "dev"), Routed(World.DeployedHttp(2, "dev"), "GET /2"), []),
        "deletes a HTTP API" => new(World.DeployedHttp(1, "dev"), [], []),
        "makes a WebSocket API" => new([], World.DeployedSocket(2, "dev"), []),
        "changes a WebSocket API" => new(World.DeployedSocket(1, "dev"), Routed(World.DeployedSocket(2, "dev"), "2"), []),
        "deletes a WebSocket API" => new(World.DeployedSocket(1, "dev"), [], []),
        "makes a usage plan" => new([], [Plan], Rest(1, null)),
        "changes a usage plan" => new([Plan], [Plan with { Name = "silver", Quota = null, Stages = new([new("shop/prod", Given.PlanStage(("GET /1", 1, 1)))]), Tags = new([new("team", "theirs")]) }], Rest(1, null)),
        "deletes a usage plan" => new([Plan], [], Rest(1, null)),
        "makes a client certificate" => new([], [Certificate("new")], []),
        "changes a client certificate" => new([Certificate("old")], [Certificate("new")], []),
        "deletes a client certificate" => new([Certificate("old")], [], []),
        "makes a VPC link" => new([], [Link("new")], []),
        "changes a VPC link" => new([Link("old")], [Link("new")], []),
        "deletes a VPC link" => new([Link("old")], [], []),
        "makes a VPC link into subnets" => new([], [LinkV2("new")], []),
        "changes a VPC link into subnets" => new([LinkV2("old")], [LinkV2("new")], []),
        "deletes a VPC link into subnets" => new([LinkV2("old")], [], []),
        "makes a domain name" => new([], [Domain("arn:aws:acm:eu-west-1:123456789012:certificate/one", ("/", "shop/dev"), ("/v1", "shop/prod")) with { RoutingMode = RoutingModes.RulesFirst, RoutingRules = Rules((10, "v2", "shop/dev"), (20, "v3", "shop/prod")) }], Rest(1, null)),
        "changes a domain name" => new(
            [Domain("arn:aws:acm:eu-west-1:123456789012:certificate/one", ("/", "shop/dev"), ("/old", "shop/prod"))], [Domain("arn:aws:acm:eu-west-1:123456789012:certificate/two", ("/", "shop/prod"), ("/v1", "shop/dev"))], Rest(1, null)),
        "has routing rules decide" => new(
            [Domain("arn:aws:acm:eu-west-1:123456789012:certificate/one", ("/", "shop/dev")) with { RoutingMode = RoutingModes.ByMappings, RoutingRules = Rules((10, "v2", "shop/dev"), (20, "v3", "shop/prod"), (30, "v4", "shop/dev")) }],
            [Domain("arn:aws:acm:eu-west-1:123456789012:certificate/one") with { RoutingMode = RoutingModes.ByRules, RoutingRules = Rules((10, "v5", "shop/prod"), (20, "v2", "shop/dev"), (40, "v4", "shop/dev")) }],
            Rest(1, null)),
        "has mappings decide again" => new(
            [Domain("arn:aws:acm:eu-west-1:123456789012:certificate/one") with { RoutingMode = RoutingModes.ByRules, RoutingRules = Rules((10, "v2", "shop/dev"), (20, "v3", "shop/prod")) }],
            [Domain("arn:aws:acm:eu-west-1:123456789012:certificate/one", ("/v2", "shop/dev")) with { RoutingMode = RoutingModes.ByMappings, RoutingRules = Rules() }],
            Rest(1, null)),
        "deletes a domain name" => new([Domain("arn:aws:acm:eu-west-1:123456789012:certificate/one", ("/", "shop/dev")) with { RoutingMode = RoutingModes.RulesFirst, RoutingRules = Rules((10, "v2", "shop/dev")) }], [], Rest(1, null)),
        "makes a private name" => new([], [PrivateName("Allow", "vpce-1", "vpce-2") with { Mappings = new([new("/", "shop/dev")]), RoutingRules = Rules((10, "v2", "shop/prod")) }], Hidden()),
        "changes a private name" => new(
            [PrivateName("Allow", "vpce-1", "vpce-2") with { Mappings = new([new("/", "shop/dev"), new("/old", "shop/prod")]) }],
            [PrivateName("Deny", "vpce-2", "vpce-3") with { Mappings = new([new("/", "shop/prod"), new("/new", "shop/dev")]), RoutingRules = Rules((10, "v2", "shop/prod")) }],
            Hidden()),
        "deletes a private name" => new([PrivateName("Allow", "vpce-1", "vpce-2") with { Mappings = new([new("/", "shop/dev")]) }], [], Hidden()),
        "sets the log role" => new([Account(connection, Prepared.Role)], [Account(connection, "arn:aws:iam::123456789012:role/other")], []),
        "takes the log role away" => new([Account(connection, Prepared.Role)], [Account(connection, null)], []),
        "marks" => new([], [.. prepared.Foreign.Select(Mark)], []),
        "takes marks off" => new([.. prepared.Foreign.Select(Mark)], [], []),
        "brings documentation back" => new([Documentation(("METHOD", "GET", "theirs"), ("RESOURCE", null, "theirs"))], [Documentation(("METHOD", "GET", "ours"), ("REQUEST_BODY", "GET", "ours"))], Rest(1, null)),
        _ => throw new NotSupportedException(name),
    };

    public GatewayScope Scope(Guid connection, Prepared prepared) => Before.Concat(After).First() switch
    {
        MarkSpec => GatewayScope.OfMarks(connection, prepared.Foreign),
        var spec when spec.Subject.Kind.IsApi() => GatewayScope.OfApi(connection, spec.Subject, "dev", "prod"),
        var spec => GatewayScope.OfThing(connection, spec.Subject),
    };

    private static UsagePlanSpec Plan => Given.UsagePlan("gold", "shop/dev") with { Tags = new([new("team", "ours")]) };

    private static ClientCertificateSpec Certificate(string description) => new("cert") { Description = description };

    private static VpcLinkSpec Link(string name) => new("link") { Name = name, Description = null, TargetArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/internal/0123456789abcdef" };

    private static VpcLinkV2Spec LinkV2(string name) => new("link") { Name = name, SubnetIds = ["subnet-1"], SecurityGroupIds = ["sg-1"] };

    private static DomainNameSpec Domain(string certificate, params (string Path, string Stage)[] mappings) => new("name")
    {
        Name = "api.example.com",
        EndpointType = "REGIONAL",
        CertificateArn = certificate,
        SecurityPolicy = "TLS_1_2",
        MutualTls = null,
        Mappings = new(mappings.Select(mapping => KeyValuePair.Create(mapping.Path, mapping.Stage))),
    };

    private static DomainNameSpec PrivateName(string effect, params string[] endpoints) => new("name")
    {
        Name = "inside.example.com",
        EndpointType = DomainEndpoints.Private,
        CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/one",
        SecurityPolicy = "TLS_1_2",
        MutualTls = null,
        IpAddressType = "dualstack",
        RoutingMode = RoutingModes.ByMappings,
        RoutingRules = SortedMap<RoutingRuleSpec>.Empty,
        Policy = NamePolicy.Of(PolicyOf(effect), "inside.example.com"),
        VpcEndpoints = new(endpoints.Select(endpoint => KeyValuePair.Create(endpoint, "VPCE"))),
        Mappings = SortedMap<string>.Empty,
    };

    private static string PolicyOf(string effect) => $$"""{"Statement":[{"Effect":"{{effect}}","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}""";

    /// <summary>A private API that serves dev and prod.</summary>
    private static Spec[] Hidden()
    {
        var api = Given.RestApi("shop", ("GET /1", Given.MockMethod())) with { EndpointType = "PRIVATE", Policy = CanonicalJson.Of(System.Text.Json.Nodes.JsonNode.Parse(PolicyOf("Allow"))) };

        return [api, DeploymentSpec.Of(api), Given.Stage("dev", api), Given.Stage("prod", api)];
    }

    private static SortedMap<RoutingRuleSpec> Rules(params (int Priority, string Path, string Stage)[] rules) => new(rules.Select(rule => KeyValuePair.Create(RoutingRuleSpec.Key(rule.Priority), new RoutingRuleSpec
    {
        Conditions = [new() { BasePaths = [rule.Path] }, new() { Headers = [new() { Name = "X-Version", Glob = "2*" }] }],
        Stage = rule.Stage,
        StripsBasePath = true,
    })));

    private static AccountSettingsSpec Account(Guid connection, string? role) => new(connection.ToString()) { LogRoleArn = role };

    private static DocumentationSpec Documentation(params (string Type, string? Method, string Said)[] parts) => new("shop")
    {
        Parts = new(parts.Select(part => DocumentationPartSpec.Of(part.Type, "/1", part.Method, null, null, $$"""{"description":"{{part.Said}}"}""")).Select(part => KeyValuePair.Create(part.Place, part))),
        Versions = SortedMap<DocumentationVersionSpec>.Empty,
    };

    private static Spec Mark(string path) => new MarkSpec(path) { Portal = $"mine-{path.Replace('/', '-')}" };

    /// <summary>With a tag, and settings and a tag of the first stage.</summary>
    private static Spec[] Routed(Spec[] specs, string route) =>
    [
        .. specs.Select(spec => spec is DefinitionSpec api ? api with { Tags = new([new("team", "ours")]) } : spec is StageSpec { Name: "dev" } stage
            ? stage with { Settings = StageSettingsSpec.None with { Methods = new([new(StageSettingsSpec.AllMethods, MethodSettingsSpec.Default with { MetricsEnabled = true }), new(route, MethodSettingsSpec.Default with { ThrottlingRateLimit = 1, ThrottlingBurstLimit = 2 })]) }, Tags = new([new("team", "ours")]) }
            : spec),
    ];

    /// <summary>An API that serves dev and prod; with all that a stage can hold where something is prepared for it.</summary>
    private static Spec[] Rest(int routes, Prepared? prepared)
    {
        Spec[] specs = World.Deployed(routes, "dev", "prod");

        return [.. specs.Select(spec => (spec, prepared) switch
        {
            (RestApiSpec api, not null) => api with { Tags = new([new("team", "ours")]) },
            (StageSpec { Name: "dev" } stage, { } with) => stage with
            {
                Description = "All there is",
                Variables = new([new("a", "1")]),
                AccessLog = new AccessLogSpec { DestinationArn = "arn:aws:logs:eu-west-1:123456789012:log-group:calls", Format = "$context.requestId" },
                Settings = StageSettingsSpec.None with
                {
                    Methods = new([new(StageSettingsSpec.AllMethods, MethodSettingsSpec.Default with { LoggingLevel = "ERROR" }), new("GET /1", MethodSettingsSpec.Default with { ThrottlingRateLimit = 1, ThrottlingBurstLimit = 2 })]),
                    CacheSize = "0.5",
                    Tracing = true,
                    ClientCertificate = with.Certificate,
                    WebAcl = with.WebAcl,
                },
                Tags = new([new("team", "ours")]),
            },
            _ => spec,
        })];
    }
}

/// <summary>What the account holds beside, whoever made it.</summary>
/// <param name="WebAcl">The ARN of a web ACL.</param>
/// <param name="Certificate">The id of a client certificate.</param>
/// <param name="Foreign">Paths of an API, its stage and a usage plan that somebody else made.</param>
internal sealed record Prepared(string WebAcl, string Certificate, string[] Foreign)
{
    public const string Role = "arn:aws:iam::123456789012:role/logs";
}
