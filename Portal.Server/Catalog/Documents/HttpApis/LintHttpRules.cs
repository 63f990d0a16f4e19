using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>What HTTP APIs do otherwise than REST APIs, or do not know: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html</summary>
internal static class LintHttpRules
{
    public static readonly LintRule NoOperations = new(FindingLevel.Error, "no-operations",
        "There is nothing to deploy: no route is left.",
        "Add a route, or take back that operations are left out.");

    public static readonly LintRule Title = new(FindingLevel.Info, "title",
        "In AWS the API is called {0}, which never changes.",
        "");

    public static readonly LintRule Extension = new(FindingLevel.Warning, "extension",
        "HTTP APIs do not know this: {0}.",
        "Choose a REST API where it is needed.");

    public static readonly LintRule Policy = new(FindingLevel.Error, "http-policy",
        "HTTP APIs have no resource policy: whom this one keeps out would be let in.",
        "Remove x-amazon-apigateway-policy, guard the routes by an authorizer, or choose a REST API.");

    public static readonly LintRule Models = new(FindingLevel.Info, "http-models",
        "HTTP APIs check neither parameters nor bodies: schemas stay in the catalog.",
        "");

    public static readonly LintRule Validator = new(FindingLevel.Warning, "http-request-validator",
        "HTTP APIs have no request validators: what {0} would refuse reaches the backend.",
        "Let the backend check it, or choose a REST API.");

    public static readonly LintRule Path = new(FindingLevel.Error, "path-characters",
        "In a path of an HTTP API a parameter is a whole segment, {name}, and a greedy one, {name+}, the last: {0} is otherwise.",
        "Rename the path, or leave these operations out.");

    public static readonly LintRule Duplicate = new(FindingLevel.Error, "path-duplicate",
        "For API Gateway this is the same route as another one: {0}.",
        "Remove one of them, or leave it out.");

    public static readonly LintRule Routes = new(FindingLevel.Warning, "routes",
        "An HTTP API has at most 300 routes unless AWS raises the quota, and at most 300 integrations: this one has {0}.",
        "Leave operations out, or join them by ANY and greedy parameters.");

    public static readonly LintRule ApiKey = new(FindingLevel.Error, "http-api-key",
        "HTTP APIs have no API keys, so these routes would be open to anyone.",
        "Guard them by an authorizer, say that they are open because the backend checks (x-portal-at-gateway: open), choose a REST API, or leave these operations out.");

    public static readonly LintRule ApiKeyToo = new(FindingLevel.Warning, "http-api-key-too",
        "HTTP APIs have no API keys: beside the authorizer none is demanded.",
        "");

    public static readonly LintRule Authorizer = new(FindingLevel.Error, "authorizer",
        "An HTTP API would refuse the authorizer of {0}.",
        "A jwt authorizer needs jwtConfiguration with an issuer's URL, and one identitySource; a request authorizer authorizerUri and authorizerPayloadFormatVersion (1.0 or 2.0; simple responses need 2.0). "
        + "token and cognito_user_pools are for REST APIs only: a user pool is a jwt authorizer whose issuer is the pool's URL.");

    public static readonly LintRule Scopes = new(FindingLevel.Warning, "security-scopes",
        "HTTP APIs check scopes with JWT authorizers only; these are left to the authorizer: {0}.",
        "");

    public static readonly LintRule Mock = new(FindingLevel.Error, "http-mock",
        "HTTP APIs have no mock integrations.",
        "Give these operations a backend, let x-amazon-apigateway-cors answer preflights, or leave them out.");

    public static readonly LintRule Type = new(FindingLevel.Error, "integration-type",
        "An integration of an HTTP API is of type http_proxy or aws_proxy, not {0}.",
        "Make it a proxy, name another service by integrationSubtype, or leave these operations out.");

    public static readonly LintRule Dropped = new(FindingLevel.Info, "http-integration-dropped",
        "HTTP APIs do not know this of an integration, and need it for no proxy: {0}.",
        "");

    public static readonly LintRule Lost = new(FindingLevel.Warning, "http-integration-lost",
        "HTTP APIs do not know this of an integration: {0}.",
        "Choose a REST API where it is needed.");

    public static readonly LintRule Converted = new(FindingLevel.Info, "http-mapping-converted",
        "These mappings are written as HTTP APIs have them: {0}.",
        "");

    public static readonly LintRule Mapping = new(FindingLevel.Error, "http-mapping",
        "HTTP APIs have no such mapping: {0}.",
        "Write it as append:, overwrite: or remove: with header.NAME, querystring.NAME or path, as in overwrite:header.x: $request.header.y.");

    public static readonly LintRule Uri = new(FindingLevel.Error, "integration-uri",
        "This is no address that an HTTP API can call: {0}.",
        "It begins with http:// or https://; behind a VPC link it may be the ARN of a listener or a Cloud Map service; of aws_proxy it is the ARN of a function, or the URI that invokes it.");

    public static readonly LintRule Subtype = new(FindingLevel.Error, "http-subtype",
        "An integration with integrationSubtype is of type aws_proxy, has credentials and no uri: {0}.",
        "Correct it.");

    public static readonly LintRule Payload = new(FindingLevel.Info, "http-payload",
        "The integration does not say its payloadFormatVersion: functions get 1.0, as from a REST API.",
        "");

    public static readonly LintRule PayloadValue = new(FindingLevel.Error, "http-payload-value",
        "payloadFormatVersion is 1.0 or, for functions, 2.0, not {0}.",
        "Correct it.");

    public static readonly LintRule Timeout = new(FindingLevel.Error, "integration-timeout",
        "'Timeout should be between 50 ms and 30000 ms', not {0}.",
        "Choose a time-out within these limits.");

    public static readonly LintRule Cors = new(FindingLevel.Error, "http-cors",
        "x-amazon-apigateway-cors cannot be taken: {0}.",
        "It has lists allowOrigins, allowMethods, allowHeaders and exposeHeaders, allowCredentials, and maxAge from -1 to 86400; with credentials nothing is *.");
}
