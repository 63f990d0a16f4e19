using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;
using Portal.Server.Sync.Drift;
using Portal.Shared.Stages;
using Portal.Tests.Aws;
using Portal.Tests.Sandbox;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync.Drift;

/// <summary>An account in which the portal deployed an API or a usage plan for each edit, looked at them, and somebody else then made the edits: what checks find before and after.</summary>
public sealed class EditedAccount : IAsyncLifetime
{
    private const string Lambda = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:pets/invocations";
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, IReadOnlyList<FoundDrift>> _quick = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<FoundDrift>> _full = new();
    private readonly ConcurrentBag<string> _untouched = [];
    private readonly Dictionary<string, GatewayState> _applied = [];

    /// <summary>What checks found before anybody had edited anything.</summary>
    internal IEnumerable<string> Untouched => _untouched;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal IReadOnlyList<FoundDrift> Quick(string name) => _quick[name];

    internal IReadOnlyList<FoundDrift> Full(string name) => _full[name];

    public async ValueTask InitializeAsync()
    {
        await using var bench = await AwsBench.StartAsync();
        await DeployAsync(bench);
        await LookAsync(bench, quick: false, (name, found) => found.ToList().ForEach(one => _untouched.Add($"{name}: {one.Place}")));
        await LookAsync(bench, quick: true, (name, found) => found.ToList().ForEach(one => _untouched.Add($"{name}: {one.Place} (quick)")));

        await ForeignClient.RunAsync(bench.Address, DriftScript.Edits);
        await ForeignClient.RunAsync(bench.Address, DocumentationDriftScript.Edits);
        await ForeignClient.RunAsync(bench.Address, AccountDriftScript.Edits);

        await LookAsync(bench, quick: true, (name, found) => _quick[name] = found);
        await LookAsync(bench, quick: false, (name, found) => _full[name] = found);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task DeployAsync(AwsBench bench)
    {
        var apis = new[] { "sold" }.Concat(DriftCase.Apis.Select(one => one.Name)).Concat(DriftCase.Same).Select(Api).ToList();

        await Parallel.ForEachAsync(apis, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancelled }, async (api, _) => await bench.DeployAsync(api, Stage(api)));

        foreach (var api in apis)
        {
            _applied[api.Id] = new GatewayState([api, DeploymentSpec.Of(api), Stage(api)]);
        }

        foreach (var plan in DriftCase.Plans.Select(one => Given.UsagePlan(one.Name, UsagePlanSpec.StageKey("sold", "sold-dev")) with { Tags = new([new("team", "ours")]) }))
        {
            await bench.Gateway.CreateAsync(plan, Cancelled);
            _applied[plan.Id] = new GatewayState([plan]);
        }

        await DeployKeysAsync(bench);

        await DocumentAsync(bench);

        foreach (var thing in DriftCase.Account.Select(one => Thing(one.Name)))
        {
            // There are settings of the account from the start.
            await (thing is AccountSettingsSpec settings ? bench.Gateway.UpdateAsync(settings with { LogRoleArn = null }, settings, Cancelled) : bench.Gateway.CreateAsync(thing, Cancelled));
            _applied[thing.Address.Id] = new GatewayState([thing]);
        }
    }

    private async Task DeployKeysAsync(AwsBench bench)
    {
        foreach (var name in DriftCase.Keys.Select(one => one.Name).Concat(DriftCase.SameKeys))
        {
            var (plan, key) = (Given.UsagePlan(name), new NewKey { Id = Guid.NewGuid(), Description = "Shop, gold", Value = $"value-of-{name}-{Guid.NewGuid()}" });
            await bench.Gateway.CreateAsync(plan, Cancelled);
            var id = await bench.Gateway.Keys.CreateAsync(key, Cancelled);
            await bench.Gateway.Keys.PutIntoPlanAsync(key.Id, id, (await bench.Gateway.FindUsagePlanAsync(name, Cancelled))!, Cancelled);
            _applied[name] = new GatewayState([plan, ApiKeySpec.Issued(key.Id.ToString(), name, id, key.Description)]);
        }
    }

    /// <summary>Somebody wrote about APIs before the portal looked at what is said of them for the first time.</summary>
    private async Task DocumentAsync(AwsBench bench)
    {
        var apis = DriftCase.Documentation.Select(one => one.Name).Concat(DriftCase.SameDocumentation).Select(name => Given.RestApi(name)).ToList();

        foreach (var api in apis)
        {
            await bench.Gateway.CreateAsync(api, Cancelled);
        }

        await ForeignClient.RunAsync(bench.Address, DocumentationDriftScript.Writing);

        foreach (var api in apis)
        {
            _applied[api.Id] = (await bench.Gateway.LookAsync(new GatewayScope(Guid.Empty, new Address(Kind.Documentation, api.Id), []), null, Cancelled)).State;
        }
    }

    private static Spec Thing(string name) => name.Split('-')[0] switch
    {
        "certificate" => new ClientCertificateSpec(name) { Description = "Ours" },
        "link" => new VpcLinkSpec(name) { Name = name, Description = "Ours", TargetArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/inside/1234567890abcdef" },
        "subnets" => new VpcLinkV2Spec(name) { Name = name, SubnetIds = ["subnet-1", "subnet-2"], SecurityGroupIds = ["sg-1"] },
        "inner" => new DomainNameSpec(name)
        {
            Name = $"{name}.example.com",
            EndpointType = DomainEndpoints.Private,
            CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/ours",
            SecurityPolicy = "TLS_1_2",
            MutualTls = null,
            IpAddressType = "dualstack",
            RoutingMode = RoutingModes.ByMappings,
            RoutingRules = SortedMap<RoutingRuleSpec>.Empty,
            Policy = NamePolicy.Of("""{"Statement":[]}""", name),
            VpcEndpoints = new([new("vpce-1", "VPCE")]),
            Mappings = SortedMap<string>.Empty,
        },
        "name" or "unruled" => new DomainNameSpec(name)
        {
            Name = $"{name}.example.com",
            EndpointType = "REGIONAL",
            CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/ours",
            SecurityPolicy = "TLS_1_2",
            MutualTls = null,
            IpAddressType = "ipv4",
            RoutingMode = RoutingModes.ByMappings,
            // Before the portal kept them, nothing was said of them.
            RoutingRules = name.StartsWith("unruled", StringComparison.Ordinal) ? null : new(
            [
                new("100", new RoutingRuleSpec { Conditions = [new() { Headers = [new() { Name = "X-Version", Glob = "1*" }] }], Stage = UsagePlanSpec.StageKey("sold", "sold-dev"), StripsBasePath = false }),
            ]),
            Mappings = new([new("/v1", UsagePlanSpec.StageKey("sold", "sold-dev"))]),
        },
        _ => new AccountSettingsSpec(name) { LogRoleArn = "arn:aws:iam::123456789012:role/Ours" },
    };

    private Task LookAsync(AwsBench bench, bool quick, Action<string, IReadOnlyList<FoundDrift>> keep) =>
        Parallel.ForEachAsync(_applied, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancelled }, async (one, cancellationToken) =>
        {
            var subject = one.Value.Specs.Single(spec => spec.Address == spec.Subject).Address;

            // There is no quick check of what is said of an API.
            if (quick && subject.Kind is Kind.Documentation)
            {
                keep(one.Key, []);

                return;
            }

            var scope = DriftChecker.ScopeOf(Guid.Empty, subject.ToString(), one.Value);
            var look = await bench.Gateway.LookAsync(scope, quick ? one.Value : null, cancellationToken);
            keep(one.Key, DriftFinder.Compare(one.Value, look, new Dictionary<string, string>()));
        });

    private static StageSpec Stage(RestApiSpec api) => Given.Stage($"{api.Id}-dev", api) with
    {
        Name = "dev",
        Variables = new([new("base", "https://backend.example.com"), new("name", "dev")]),
        Settings = IsLoose(api) ? null : StageSettingsSpec.None with { Methods = new([new("POST /pets", MethodSettingsSpec.Default with { ThrottlingRateLimit = 50, ThrottlingBurstLimit = 100 })]) },
        Tags = IsLoose(api) ? null : new([new("team", "ours")]),
    };

    /// <summary>Whether the portal leaves the settings of its stage alone.</summary>
    private static bool IsLoose(RestApiSpec api) => api.Id.StartsWith("loose-", StringComparison.Ordinal);

    /// <summary>An API with some of everything.</summary>
    private static RestApiSpec Api(string id) => RestApiNormal.Of(Given.RestApi(
        id,
        ("GET /pets", Given.MockMethod()),
        ("POST /pets", Post()),
        ("GET /keyed", Given.MockMethod() with { ApiKeyRequired = true }),
        ("GET /token", Given.MockMethod() with { AuthorizationType = "CUSTOM", Authorizer = "token" }),
        ("GET /pool", Given.MockMethod() with { AuthorizationType = "COGNITO_USER_POOLS", Authorizer = "pool", AuthorizationScopes = ["pets/write", "pets/read"] })) with
    {
        Tags = new([new("team", "ours")]),
        Description = "Pets",
        BinaryMediaTypes = ["image/png"],
        Models = new(
        [
            new("Pet", Model("""{"type":"object","properties":{"name":{"type":"string"}}}""")),
            new("Spare", Model("""{"type":"object","required":["a","b"],"properties":{"a":{"type":"string"},"b":{"type":"string"}}}""")),
        ]),
        RequestValidators = new(
        [
            new("all", new RequestValidatorSpec { ValidateRequestBody = true, ValidateRequestParameters = true }),
            new("spare", new RequestValidatorSpec { ValidateRequestBody = false, ValidateRequestParameters = true }),
        ]),
        Authorizers = new(
        [
            new("token", Authorizer("TOKEN")),
            new("spare", Authorizer("TOKEN")),
            new("pool", Authorizer("COGNITO_USER_POOLS") with { Uri = null, AuthType = "cognito_user_pools", ResultTtlInSeconds = null, ProviderArns = ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_pets"] }),
        ]),
        GatewayResponses = new([new("THROTTLED", new GatewayResponseSpec { StatusCode = "503", ResponseParameters = SortedMap<string>.Empty, ResponseTemplates = new([new("application/json", """{"slow":true}""")]) })]),
    });

    private static MethodSpec Post() => Given.MockMethod() with
    {
        RequestModels = new([new("application/json", "Pet")]),
        RequestValidator = "all",
        RequestParameters = new([new("method.request.querystring.dry", false), new("method.request.header.X-Trace", false)]),
        Responses = new(
        [
            new("200", new MethodResponseSpec { Parameters = new([new("method.response.header.X-Id", false)]), Models = new([new("application/json", "Pet")]) }),
            new("404", new MethodResponseSpec { Parameters = SortedMap<bool>.Empty, Models = SortedMap<string>.Empty }),
        ]),
        Integration = Given.MockMethod().Integration! with
        {
            Type = "HTTP",
            HttpMethod = "POST",
            Uri = "https://backend.example.com/pets",
            RequestParameters = new([new("integration.request.header.X-Trace", "method.request.header.X-Trace")]),
            RequestTemplates = new([new("application/json", "{\"all\": $input.json('$')}")]),
            Responses = new(
            [
                new("200", new IntegrationResponseSpec { SelectionPattern = null, ContentHandling = null, Parameters = new([new("method.response.header.X-Id", "integration.response.header.Id")]), Templates = SortedMap<string>.Empty }),
                new("404", new IntegrationResponseSpec { SelectionPattern = "404", ContentHandling = null, Parameters = SortedMap<string>.Empty, Templates = new([new("application/json", """{"gone":true}""")]) }),
            ]),
        },
    };

    private static ModelSpec Model(string schema) => new() { ContentType = "application/json", Schema = CanonicalJson.Of(JsonNode.Parse(schema)) };

    private static AuthorizerSpec Authorizer(string type) => new()
    {
        Type = type,
        AuthType = "custom",
        Uri = Lambda,
        Credentials = null,
        IdentitySource = "method.request.header.Authorization",
        IdentityValidationExpression = null,
        ResultTtlInSeconds = 300,
        ProviderArns = [],
    };
}
