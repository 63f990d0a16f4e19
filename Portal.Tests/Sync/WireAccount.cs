using Amazon.APIGateway.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Sandbox;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Tests.Aws;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Sync;

/// <summary>An account in a sandbox, and the way to it.</summary>
public sealed class WireAccount : IAsyncLifetime
{
    private SandboxServer _sandbox = null!;
    private ServiceProvider _http = null!;
    private AwsClients _clients = null!;
    private HttpClient _admin = null!;
    private byte[] _prepared = [];
    private byte[] _before = [];

    internal CutWire Wire { get; } = new();

    internal Prepared Prepared { get; private set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, null, Cancelled);
        _admin = new HttpClient { BaseAddress = _sandbox.Address };
        var services = new ServiceCollection();
        SharedHttp.Add(services).AddHttpMessageHandler(() => new Passing(Wire));
        _http = services.BuildServiceProvider();
        _clients = AwsBench.ClientsOf(_http, _sandbox.Address);

        var printed = await ForeignClient.RunAsync(_sandbox.Address, $$$"""
            gw, waf = client('apigateway', 'eu-west-1'), client('wafv2', 'eu-west-1')
            gw.update_account(patchOperations=[{'op': 'replace', 'path': '/cloudwatchRoleArn', 'value': '{{{Prepared.Role}}}'}])
            acl = waf.create_web_acl(Name='front', Scope='REGIONAL', DefaultAction={'Allow': {}}, VisibilityConfig={'SampledRequestsEnabled': True, 'CloudWatchMetricsEnabled': True, 'MetricName': 'front'})['Summary']['ARN']
            api = gw.create_rest_api(name='theirs', endpointConfiguration={'types': ['REGIONAL']})['id']
            gw.put_method(restApiId=api, resourceId=gw.get_resources(restApiId=api)['items'][0]['id'], httpMethod='GET', authorizationType='NONE')
            gw.put_integration(restApiId=api, resourceId=gw.get_resources(restApiId=api)['items'][0]['id'], httpMethod='GET', type='MOCK')
            gw.create_deployment(restApiId=api, stageName='live')
            plan = gw.create_usage_plan(name='theirs', apiStages=[{'apiId': api, 'stage': 'live'}])['id']
            print(acl, gw.generate_client_certificate()['clientCertificateId'], f'restapis/{api}', f'restapis/{api}/stages/live', f'usageplans/{plan}')
            """);
        var names = printed.Trim().Split(' ');
        Prepared = new Prepared(names[0], names[1], names[2..]);
        _prepared = await _admin.GetByteArrayAsync("/_sandbox/state", Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _http.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    internal IGateways Open() => new OneGateway(new AwsGateway(_clients, writable: true, NullLogger.Instance));

    /// <summary>One that does not wait long for an answer that never comes.</summary>
    internal IGateways OpenImpatient() =>
        new OneGateway(new AwsGateway(AwsBench.ClientsOf(_http, _sandbox.Address, settings: Storm.Impatience), writable: true, NullLogger.Instance));

    internal Task<GatewayState> ReadAsync(GatewayScope scope) => new AwsGateway(_clients, writable: true, NullLogger.Instance).ReadAsync(scope, Cancelled);

    /// <summary>Brings about what a story begins with.</summary>
    internal async Task SetAsync(string name)
    {
        Wire.Mend();
        Wire.Life = new Life();
        await PutAsync(_prepared);
        var story = WireStory.Of(name, Guid.Empty, Prepared);
        var gateway = new AwsGateway(_clients, writable: true, NullLogger.Instance);

        foreach (var spec in story.Around.Concat(story.Before).Where(spec => spec is not AccountSettingsSpec))
        {
            // What is said of an API is there from the start, and empty.
            await (spec is DocumentationSpec said
                ? gateway.UpdateAsync(said with { Parts = SortedMap<DocumentationPartSpec>.Empty }, said, Cancelled)
                : gateway.CreateAsync(spec, Cancelled));
        }

        _before = await _admin.GetByteArrayAsync("/_sandbox/state", Cancelled);
    }

    internal Task RestoreAsync() => PutAsync(_before);

    /// <inheritdoc cref="Storm"/>
    internal Task StormAsync(int seed) => Storm.BeginAsync(_admin, seed);

    internal Task CalmAsync() => Storm.EndAsync(_admin);

    /// <summary>Everything in the account, so that what is there twice, left over or lost shows.</summary>
    internal async Task<string> HeldAsync()
    {
        var apis = await _clients.Reading.GetRestApisAsync(new GetRestApisRequest { Limit = 500 }, Cancelled);
        var lines = new List<string>();

        foreach (var api in apis.Items)
        {
            var stages = await _clients.Reading.GetStagesAsync(new GetStagesRequest { RestApiId = api.Id }, Cancelled);
            var deployments = await _clients.Reading.GetDeploymentsAsync(new GetDeploymentsRequest { RestApiId = api.Id, Limit = 500 }, Cancelled);
            var parts = await _clients.Reading.GetDocumentationPartsAsync(new GetDocumentationPartsRequest { RestApiId = api.Id, Limit = 500 }, Cancelled);
            lines.AddRange((parts.Items ?? []).Select(part => $"{api.Name} {part.Location.Type} {part.Location.Path} {part.Location.Method}: {part.Properties}"));
            lines.Add($"{api.Name} {Tags(api.Tags)}: {deployments.Items?.Count ?? 0} deployments, stages {string.Join(", ", (stages.Item ?? []).Select(stage => $"{stage.StageName} {Tags(stage.Tags)}").Order(StringComparer.Ordinal))}");
        }

        foreach (var api in (await _clients.V2.GetApisAsync(new global::Amazon.ApiGatewayV2.Model.GetApisRequest(), Cancelled)).Items ?? [])
        {
            var stages = await _clients.V2.GetStagesAsync(new global::Amazon.ApiGatewayV2.Model.GetStagesRequest { ApiId = api.ApiId }, Cancelled);
            var deployments = await _clients.V2.GetDeploymentsAsync(new global::Amazon.ApiGatewayV2.Model.GetDeploymentsRequest { ApiId = api.ApiId }, Cancelled);
            lines.Add($"{api.Name}: {deployments.Items?.Count ?? 0} deployments, stages {string.Join(", ", (stages.Items ?? []).Select(stage => stage.StageName).Order(StringComparer.Ordinal))}");
        }

        lines.AddRange((await _clients.Reading.GetUsagePlansAsync(new GetUsagePlansRequest { Limit = 500 }, Cancelled)).Items?.Select(plan => $"plan {plan.Name} {Tags(plan.Tags)}, {plan.ApiStages?.Count ?? 0} stages") ?? []);
        lines.AddRange((await _clients.Reading.GetClientCertificatesAsync(new GetClientCertificatesRequest { Limit = 500 }, Cancelled)).Items?.Select(certificate => $"certificate {certificate.Description} {Tags(certificate.Tags)}") ?? []);
        lines.AddRange((await _clients.Reading.GetVpcLinksAsync(new GetVpcLinksRequest { Limit = 500 }, Cancelled)).Items?.Select(link => $"link {link.Name} {Tags(link.Tags)}") ?? []);
        lines.AddRange((await _clients.V2.GetVpcLinksAsync(new global::Amazon.ApiGatewayV2.Model.GetVpcLinksRequest(), Cancelled)).Items?.Select(link => $"link into subnets {link.Name} {Tags(link.Tags)}") ?? []);

        foreach (var domain in (await _clients.Reading.GetDomainNamesAsync(new GetDomainNamesRequest { Limit = 500 }, Cancelled)).Items ?? [])
        {
            var mappings = await _clients.Reading.GetBasePathMappingsAsync(new GetBasePathMappingsRequest { DomainName = domain.Name, DomainNameId = domain.DomainNameId, Limit = 500 }, Cancelled);
            var rules = await _clients.V2.ListRoutingRulesAsync(new global::Amazon.ApiGatewayV2.Model.ListRoutingRulesRequest { DomainName = domain.Name, DomainNameId = domain.DomainNameId, MaxResults = 50 }, Cancelled);
            lines.AddRange((rules.RoutingRules ?? []).Select(rule => $"rule {rule.Priority} {string.Join(" ", rule.Conditions.Select(condition => $"{condition.MatchBasePaths?.AnyOf[0]}{condition.MatchHeaders?.AnyOf[0].ValueGlob}"))} -> {rule.Actions[0].InvokeApi.Stage}"));
            lines.Add($"domain {domain.Name} {domain.RegionalCertificateArn} {domain.RoutingMode} {domain.Policy} {Tags(domain.Tags)}: {string.Join(", ", (mappings.Items ?? []).Select(mapping => $"{mapping.BasePath} -> {mapping.Stage}").Order(StringComparer.Ordinal))}");
        }

        lines.AddRange((await _clients.Reading.GetDomainNameAccessAssociationsAsync(new GetDomainNameAccessAssociationsRequest { Limit = 500 }, Cancelled)).Items?.Select(association => $"{association.AccessAssociationSource} reaches {association.DomainNameArn.Split('+')[0]}") ?? []);

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static string Tags(Dictionary<string, string>? tags) => string.Join(' ', (tags ?? []).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));

    private async Task PutAsync(byte[] state)
    {
        using var content = new ByteArrayContent(state);
        using var answer = await _admin.PostAsync("/_sandbox/state", content, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private sealed class OneGateway(AwsGateway gateway) : IGateways
    {
        public Task<IGateway> OpenAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IGateway>(gateway);

        public Task<IKeyGateway> OpenKeysAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IKeyGateway>(gateway.Keys);
    }

    /// <summary>The factory of clients wants a handler of its own each time; there is one wire.</summary>
    private sealed class Passing(CutWire wire) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            wire.PassAsync(request, base.SendAsync, cancellationToken);
    }
}
