using Portal.Server.Gateway;

namespace Portal.Tests.Gateway;

/// <summary>Valid specs; a test changes with `with` only what it is about.</summary>
internal static class Given
{
    public static RestApiSpec RestApi(string id, params (string Route, MethodSpec Method)[] methods) => new(id)
    {
        Name = id,
        Description = null,
        Version = "1",
        EndpointType = "REGIONAL",
        ApiKeySource = "HEADER",
        DisableExecuteApiEndpoint = false,
        MinimumCompressionSize = null,
        BinaryMediaTypes = [],
        Policy = null,
        Methods = new SortedMap<MethodSpec>(methods.Select(method => KeyValuePair.Create(method.Route, method.Method))),
        EmptyResources = [],
        Models = SortedMap<ModelSpec>.Empty,
        RequestValidators = SortedMap<RequestValidatorSpec>.Empty,
        Authorizers = SortedMap<AuthorizerSpec>.Empty,
        GatewayResponses = SortedMap<GatewayResponseSpec>.Empty,
    };

    public static HttpApiSpec HttpApi(string id, params string[] routes) => HttpApiNormal.Of(new HttpApiSpec(id)
    {
        Name = id,
        Description = null,
        Version = "1",
        DisableExecuteApiEndpoint = false,
        Cors = null,
        Routes = new(routes.Select(route => KeyValuePair.Create(route, ProxyRoute("https://backend.example.com")))),
        Authorizers = SortedMap<HttpAuthorizerSpec>.Empty,
    });

    public static HttpRouteSpec ProxyRoute(string url) => new()
    {
        OperationName = null,
        AuthorizationType = "NONE",
        Authorizer = null,
        AuthorizationScopes = [],
        Integration = new HttpIntegrationSpec
        {
            Type = "HTTP_PROXY",
            Subtype = null,
            HttpMethod = "GET",
            Uri = url,
            ConnectionType = "INTERNET",
            ConnectionId = null,
            Credentials = null,
            Description = null,
            PayloadFormatVersion = "1.0",
            TimeoutInMillis = HttpApiNormal.LongestTimeout,
            RequestParameters = SortedMap<string>.Empty,
            ResponseParameters = SortedMap<SortedMap<string>>.Empty,
            TlsServerName = null,
        },
    };

    public static MethodSpec MockMethod() => new()
    {
        OperationName = null,
        AuthorizationType = "NONE",
        Authorizer = null,
        AuthorizationScopes = [],
        ApiKeyRequired = false,
        RequestValidator = null,
        RequestParameters = SortedMap<bool>.Empty,
        RequestModels = SortedMap<string>.Empty,
        Responses = new([new("200", new MethodResponseSpec { Parameters = SortedMap<bool>.Empty, Models = SortedMap<string>.Empty })]),
        Integration = new IntegrationSpec
        {
            Type = "MOCK",
            HttpMethod = null,
            Uri = null,
            ConnectionType = "INTERNET",
            ConnectionId = null,
            Credentials = null,
            PassthroughBehavior = "WHEN_NO_MATCH",
            ContentHandling = null,
            TimeoutInMillis = 29_000,
            CacheNamespace = null,
            CacheKeyParameters = [],
            RequestParameters = SortedMap<string>.Empty,
            RequestTemplates = new([new("application/json", """{"statusCode": 200}""")]),
            InsecureSkipVerification = false,
            ResponseTransferMode = "BUFFERED",
            Responses = new([new("200", new IntegrationResponseSpec { SelectionPattern = null, ContentHandling = null, Parameters = SortedMap<string>.Empty, Templates = new([new("application/json", "{}")]) })]),
        },
    };

    /// <summary>100 requests per second with bursts of 200, 10,000 a day.</summary>
    public static UsagePlanSpec UsagePlan(string id, params string[] stages) => new(id)
    {
        Name = id,
        Description = null,
        Throttle = new ThrottleSpec { RateLimit = 100, BurstLimit = 200 },
        Quota = new QuotaSpec { Limit = 10_000, Period = "DAY", Offset = 0 },
        Stages = new SortedMap<PlanStageSpec>(stages.Select(stage => KeyValuePair.Create(stage, PlanStage()))),
    };

    public static PlanStageSpec PlanStage(params (string Route, double Rate, int Burst)[] limits) => new()
    {
        Methods = new SortedMap<ThrottleSpec>(limits.Select(limit => KeyValuePair.Create(limit.Route, new ThrottleSpec { RateLimit = limit.Rate, BurstLimit = limit.Burst }))),
    };

    public static StageSpec Stage(string id, DefinitionSpec api) => new(id)
    {
        Api = api.Address.Id,
        ApiKind = api.Address.Kind,
        Name = id,
        Deployment = DeploymentSpec.IdOf(api),
        Description = null,
        Variables = SortedMap<string>.Empty,
        AccessLog = null,
    };
}
