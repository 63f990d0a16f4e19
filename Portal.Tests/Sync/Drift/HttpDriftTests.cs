using System.Collections.Concurrent;
using Portal.Server.Gateway;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;
using Portal.Tests.Aws;
using Portal.Tests.Sandbox;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync.Drift;

/// <summary>The same of HTTP APIs: whatever somebody does to one behind the portal's back is found, named and placed.</summary>
public sealed class HttpDriftTests(HttpDriftTests.Account account) : IClassFixture<HttpDriftTests.Account>
{
    private const string Pets = "HttpApi /routes/GET ~1pets";
    private const string Staff = "HttpApi /routes/GET ~1staff";

    /// <summary>The edit, what must be found and nothing else, the first check that finds it, and what its words must hold.</summary>
    private static readonly (string Name, string[] Places, DriftLook By, string Says)[] Edits =
    [
        ("description", ["HttpApi /description"], DriftLook.Quick, "Somebody was here"),
        ("renamed", ["HttpApi /name"], DriftLook.Quick, "another name"),
        ("no-endpoint", ["HttpApi /disableExecuteApiEndpoint"], DriftLook.Quick, "true"),
        ("cors-opened", ["HttpApi /cors"], DriftLook.Quick, "*"),
        ("cors-gone", ["HttpApi /cors"], DriftLook.Quick, "CORS"),
        ("dualstack", ["HttpApi /beside/IP address type"], DriftLook.Quick, "dualstack"),
        ("api-gone", ["HttpApi "], DriftLook.Quick, "not there any more"),
        ("api-untagged", ["HttpApi "], DriftLook.Quick, "lost its tag"),
        ("route-added", ["HttpApi /routes/GET ~1new"], DriftLook.Quick, "Adds GET /new"),
        ("route-gone", [Pets, "HttpApi /beside/integrations that no route names"], DriftLook.Quick, "Removes GET /pets"),
        ("iam-demanded", [Pets], DriftLook.Quick, "AWS_IAM"),
        ("opened", [Staff], DriftLook.Quick, "without authorization"),
        ("scopes", [Staff], DriftLook.Quick, "pets.all"),
        ("operation-name", [Pets], DriftLook.Quick, "renamed"),
        ("uri", [Pets], DriftLook.Quick, "https://evil.example.com"),
        ("verb", [Pets], DriftLook.Quick, "HTTP method \"GET\" -> \"POST\""),
        ("timeout", [Pets], DriftLook.Quick, "30000 -> 1000"),
        ("mapping", [Pets], DriftLook.Quick, "overwrite:header.x"),
        ("vpc-link", [Pets], DriftLook.Quick, "VPC_LINK"),
        ("loose-integration", ["HttpApi /beside/integrations that no route names"], DriftLook.Quick, "One integration that no route names: HTTP_PROXY"),
        ("audience", ["HttpApi /authorizers/staff"], DriftLook.Full, "staff"),
        ("authorizer-added", ["HttpApi /authorizers/more"], DriftLook.Full, "Adds the authorizer more"),
        ("variable", ["Stage /variables/level"], DriftLook.Quick, "7"),
        ("variable-added", ["Stage /variables/more"], DriftLook.Quick, "more"),
        ("stage-description", ["Stage /description"], DriftLook.Quick, "Somebody was here"),
        ("access-log", ["Stage /accessLog"], DriftLook.Quick, "theirs"),
        ("throttled", ["Stage /settings/methods/*~1*"], DriftLook.Quick, "requests per second of all callers"),
        ("stage-gone", ["Stage "], DriftLook.Quick, "not there any more"),
        ("stage-untagged", ["Stage ", "HttpApi /beside/a stage dev that is not the portal's"], DriftLook.Quick, "lost its tag"),
        ("served", ["Stage /deployment"], DriftLook.Quick, "(none)"),
        ("theirs", ["HttpApi /beside/a stage theirs that is not the portal's"], DriftLook.Quick, "theirs"),
    ];

    public static TheoryData<string> Cases => [.. Edits.Select(edit => edit.Name)];

    public static TheoryData<string> Same => ["same-tags", "same-deployment", "same-method"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_edit_is_found_named_and_placed(string name)
    {
        var edit = Edits.Single(one => one.Name == name);
        var (quick, full) = (account.Quick[name], account.Full[name]);

        Assert.Equal(edit.Places.Order(StringComparer.Ordinal), full.Select(found => $"{found.Address.Kind} {found.Place}").Order(StringComparer.Ordinal));
        Assert.Contains(edit.Says, string.Join('\n', full.SelectMany(found => found.Words)), StringComparison.Ordinal);
        Assert.Equal(edit.By is DriftLook.Quick ? full.Select(found => found.Place) : [], quick.Select(found => found.Place));
        Assert.All(quick, found => Assert.True(Places.IsSeenByQuick(found.Address, found.Place)));
    }

    [Fact]
    public void An_untouched_account_has_not_drifted() => Assert.Empty(account.Untouched);

    [Theory]
    [MemberData(nameof(Same))]
    public void What_only_looks_otherwise_has_not_drifted(string name) =>
        Assert.Empty(account.Quick[name].Concat(account.Full[name]).Select(found => $"{found.Place}: {string.Join(' ', found.Lines)}"));

    public sealed class Account : IAsyncLifetime
    {
        private readonly Dictionary<string, GatewayState> _applied = [];

        internal ConcurrentDictionary<string, IReadOnlyList<FoundDrift>> Quick { get; private set; } = [];

        internal ConcurrentDictionary<string, IReadOnlyList<FoundDrift>> Full { get; private set; } = [];

        internal IReadOnlyList<string> Untouched { get; private set; } = [];

        private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

        public async ValueTask InitializeAsync()
        {
            await using var bench = await AwsBench.StartAsync();

            foreach (var name in Cases.Concat(Same).Select(row => row.Data))
            {
                await DeployAsync(bench, name);
            }

            var before = (await LookAsync(bench, quick: false)).Concat(await LookAsync(bench, quick: true));
            Untouched = [.. before.SelectMany(pair => pair.Value.Select(found => $"{pair.Key}: {found.Place}"))];

            await ForeignClient.RunAsync(bench.Address, HttpDriftScript.Edits);

            (Quick, Full) = (await LookAsync(bench, quick: true), await LookAsync(bench, quick: false));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task DeployAsync(AwsBench bench, string name)
        {
            var api = Api(name);
            var stage = Given.Stage($"{name}-dev", api) with { Name = "dev", Variables = new([new("level", "1")]), Settings = StageSettingsSpec.None };
            _applied[name] = new GatewayState([api, DeploymentSpec.Of(api), stage]);

            foreach (var spec in new Spec[] { api, DeploymentSpec.Of(api), stage })
            {
                await bench.Gateway.CreateAsync(spec, Cancelled);
            }
        }

        private async Task<ConcurrentDictionary<string, IReadOnlyList<FoundDrift>>> LookAsync(AwsBench bench, bool quick)
        {
            var found = new ConcurrentDictionary<string, IReadOnlyList<FoundDrift>>();

            await Parallel.ForEachAsync(_applied, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled }, async (one, cancellationToken) =>
            {
                var scope = GatewayScope.OfApi(Guid.Empty, new Address(Kind.HttpApi, one.Key), $"{one.Key}-dev");
                found[one.Key] = DriftFinder.Compare(one.Value, await bench.Gateway.LookAsync(scope, quick ? one.Value : null, cancellationToken), new Dictionary<string, string>());
            });

            return found;
        }

        private static HttpApiSpec Api(string name) => HttpApiNormal.Of(Given.HttpApi(name, "GET /pets", "$default") with
        {
            Description = "Pets",
            Cors = new CorsSpec { AllowCredentials = false, AllowHeaders = [], AllowMethods = ["GET"], AllowOrigins = ["https://shop.example.com"], ExposeHeaders = [], MaxAge = 60 },
            Routes = new(
            [
                new("GET /pets", Given.ProxyRoute("https://backend.example.com/pets")),
                new("$default", Given.ProxyRoute("https://backend.example.com")),
                new("GET /staff", Given.ProxyRoute("https://backend.example.com/staff") with { AuthorizationType = "JWT", Authorizer = "staff", AuthorizationScopes = ["pets.read"] }),
            ]),
            Authorizers = new([new("staff", new HttpAuthorizerSpec
            {
                Type = "JWT",
                IdentitySource = ["$request.header.Authorization"],
                Issuer = "https://issuer.example.com",
                Audience = ["shop"],
                Uri = null,
                Credentials = null,
                PayloadFormatVersion = null,
                ResultTtlInSeconds = 0,
                EnableSimpleResponses = false,
            })]),
        });
    }
}
