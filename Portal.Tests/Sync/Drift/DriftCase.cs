using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

/// <summary>An edit, and what a check must say of it.</summary>
/// <param name="Name">The edit's, and that of the API or plan on which it was made.</param>
/// <param name="Places">The kinds of things with the places in them that must be found, and no others.</param>
/// <param name="By">The first of the two checks that finds it.</param>
/// <param name="Says">What its words must hold.</param>
public sealed record DriftCase(string Name, string[] Places, DriftLook By, string Says)
{
    private const string Post = "RestApi /methods/POST ~1pets";
    private const string Keyed = "RestApi /methods/GET ~1keyed";

    public static IReadOnlyList<DriftCase> Apis { get; } =
    [
        Quick("description", "RestApi /description", "Somebody was here"),
        Quick("binary-type", "RestApi /binaryMediaTypes", "image/gif"),
        Quick("compression", "RestApi /minimumCompressionSize", "1024"),
        Quick("key-source", "RestApi /apiKeySource", "AUTHORIZER"),
        Quick("no-endpoint", "RestApi /disableExecuteApiEndpoint", "true"),
        Quick("policy", "RestApi /policy", "policy"),
        Quick("endpoint-type", "RestApi /endpointType", "EDGE"),
        Quick("dualstack", "RestApi /beside/the version of addresses", "dualstack"),
        Quick("renamed", "RestApi /name", "another name"),
        Quick("api-gone", "RestApi ", "not there any more"),
        Quick("api-untagged", "RestApi ", "lost its tag"),
        Quick("resource-added", "RestApi /emptyResources", "/empty"),
        Quick("method-added", "RestApi /methods/PUT ~1pets", "Adds PUT /pets"),
        Quick("route-added", "RestApi /methods/GET ~1new", "Adds GET /new"),
        new("method-gone", [Keyed, "RestApi /emptyResources"], DriftLook.Quick, "Removes GET /keyed"),
        Quick("resource-gone", Keyed, "Removes GET /keyed"),
        new("resource-renamed", [Keyed, "RestApi /methods/GET ~1locked"], DriftLook.Quick, "Adds GET /locked"),
        Quick("key-demanded", Post, "API key required false -> true"),
        Quick("iam-demanded", Post, "AWS_IAM"),
        Quick("key-not-demanded", Keyed, "API key required true -> false"),
        Quick("opened", "RestApi /methods/GET ~1token", "without authorization"),
        Quick("other-authorizer", "RestApi /methods/GET ~1token", "\"token\" -> \"spare\""),
        Quick("scopes", "RestApi /methods/GET ~1pool", "pets/all"),
        Quick("operation-name", Post, "renamed"),
        Quick("no-validator", Post, "request validator \"all\" -> (none)"),
        Quick("other-validator", Post, "\"all\" -> \"spare\""),
        Quick("parameter-added", Post, "method.request.querystring.more"),
        Quick("parameter-required", Post, "method.request.querystring.dry false -> true"),
        Quick("no-model", Post, "request models"),
        Quick("response-added", Post, "responses 500"),
        Quick("response-gone", Post, "responses 404"),
        Quick("response-header", Post, "method.response.header.X-Why"),
        Quick("response-model", Post, "Spare"),
        Quick("uri", Post, "https://evil.example.com/pets"),
        Quick("verb", Post, "HTTP method \"POST\" -> \"PUT\""),
        Quick("type", Post, "\"HTTP\" -> \"HTTP_PROXY\""),
        Quick("credentials", Post, "role/theirs"),
        Quick("timeout", Post, "29000 -> 1000"),
        Quick("passthrough", Post, "NEVER"),
        Quick("content-handling", Post, "CONVERT_TO_BINARY"),
        Quick("mapping", Post, "'fixed'"),
        Quick("template", Post, "request templates"),
        Quick("cache-namespace", Post, "shared"),
        Quick("cache-key", Post, "method.request.querystring.dry"),
        Quick("vpc-link", Post, "VPC_LINK"),
        Quick("insecure", Post, "insecure skip verification false -> true"),
        Quick("integration-gone", Keyed, "integration"),
        Quick("mock-status", "RestApi /methods/GET ~1pets", "500"),
        Quick("answer-gone", Post, "responses 404"),
        Quick("answer-template", Post, "changed"),
        Quick("answer-pattern", Post, "40[0-9]"),
        Quick("answer-mapping", Post, "method.response.header.X-Id"),
        Quick("answer-handling", Post, "CONVERT_TO_TEXT"),
        Full("model-added", "RestApi /models/Extra", "Adds the model Extra"),
        Full("model-gone", "RestApi /models/Spare", "Removes the model Spare"),
        Full("model-changed", "RestApi /models/Spare", "Changes the model Spare"),
        Full("validator-added", "RestApi /requestValidators/extra", "Adds the request validator extra"),
        Full("validator-gone", "RestApi /requestValidators/spare", "Removes the request validator spare"),
        Full("validator-changed", "RestApi /requestValidators/spare", "Changes the request validator spare"),
        Full("authorizer-added", "RestApi /authorizers/extra", "Adds the authorizer extra"),
        Full("authorizer-gone", "RestApi /authorizers/spare", "Removes the authorizer spare"),
        Full("authorizer-changed", "RestApi /authorizers/spare", "Changes the authorizer spare"),
        Full("gateway-response-added", "RestApi /gatewayResponses/UNAUTHORIZED", "UNAUTHORIZED"),
        Full("gateway-response-changed", "RestApi /gatewayResponses/THROTTLED", "THROTTLED"),
        Full("gateway-response-reset", "RestApi /gatewayResponses/THROTTLED", "Removes the gateway response THROTTLED"),
        new("deployment-renamed", ["Deployment ", "Stage /deployment"], DriftLook.Full, "description was changed"),
        Quick("variable-changed", "Stage /variables/base", "https://evil.example.com"),
        Quick("variable-added", "Stage /variables/more", "Sets the variable more"),
        Quick("variable-gone", "Stage /variables/name", "Removes the variable name"),
        Quick("stage-description", "Stage /description", "Somebody was here"),
        Quick("access-log", "Stage /accessLog", "log-group:theirs"),
        Quick("other-deployment", "Stage /deployment", "Points the stage dev"),
        Quick("deployed-by-hand", "Stage /deployment", "Points the stage dev"),
        Quick("stage-gone", "Stage ", "The stage dev is not there any more"),
        new("stage-untagged", ["Stage ", "RestApi /beside/a stage dev that is not the portal's"], DriftLook.Quick, "lost its tag"),
        Quick("stage-added", "RestApi /beside/a stage theirs that is not the portal's", "theirs"),
        Quick("throttled", "Stage /settings/methods/*~1*", "5 requests per second of all callers"),
        Quick("logged", "Stage /settings/methods/GET ~1pets", "logging INFO (was OFF)"),
        Quick("logged-unescaped", "Stage /settings/methods/GET ~1pets", "logging INFO (was OFF)"),
        Quick("unlimited", "Stage /settings/methods/POST ~1pets", "Takes the settings of POST /pets away"),
        Quick("cached", "Stage /settings/cacheSize", "a cache of 0.5 GB"),
        Quick("traced", "Stage /settings/tracing", "X-Ray"),
        Quick("certified", "Stage /settings/clientCertificate", "client certificate"),
        Quick("walled", "Stage /settings/webAcl", "web ACL"),
        Quick("documented", "Stage /settings/documentationVersion", "version 7 of the documentation"),
        Quick("stage-tag-changed", "Stage /tags/team", "Sets the tag team to theirs (was ours)"),
        Quick("stage-tag-gone", "Stage /tags/team", "Takes the tag team off"),
        Quick("api-tag-changed", "RestApi /tags/team", "tag"),
        Quick("canary", "Stage /beside/canary", "canary"),
        Quick("loose-throttled", "Stage /beside/method settings *~1*", "5"),
        Quick("loose-logged", "Stage /beside/method settings ~1pets~1GET", "INFO"),
        Quick("loose-cached", "Stage /beside/cache", "cache"),
        Quick("loose-traced", "Stage /beside/tracing", "tracing"),
    ];

    public static IReadOnlyList<DriftCase> Plans { get; } =
    [
        Quick("plan-rate", "UsagePlan /throttle", "7 requests per second"),
        Quick("plan-burst", "UsagePlan /throttle", "Burst 200 -> 7"),
        Quick("plan-unthrottled", "UsagePlan /throttle", "Takes the limit of the rate away"),
        Quick("plan-quota", "UsagePlan /quota", "7 requests per day"),
        Quick("plan-period", "UsagePlan /quota", "per week"),
        Quick("plan-no-quota", "UsagePlan /quota", "no quota"),
        Quick("plan-renamed", "UsagePlan /name", "another plan"),
        Quick("plan-description", "UsagePlan /description", "Somebody was here"),
        Quick("plan-stage-gone", "UsagePlan /stages/sold~1sold-dev", "Takes the stage"),
        Quick("plan-stage-added", "UsagePlan /stages/*", "not the portal's"),
        Quick("plan-method-limit", "UsagePlan /stages/sold~1sold-dev", "GET /pets"),
        Quick("plan-tag-changed", "UsagePlan /tags/team", "Sets the tag team to theirs"),
        Quick("plan-product", "UsagePlan /beside/the product of AWS Marketplace", "abcdef0123456789"),
        Quick("plan-gone", "UsagePlan ", "not there any more"),
        Quick("plan-untagged", "UsagePlan ", "lost its tag"),
    ];

    /// <summary>Edits of keys that the portal issued, each in a plan of its own.</summary>
    public static IReadOnlyList<DriftCase> Keys { get; } =
    [
        Quick("key-renamed", "ApiKey /name", "theirs"),
        Full("key-description", "ApiKey /description", "Somebody was here"),
        Full("key-disabled", "ApiKey /enabled", "Disables it"),
        Full("key-customer", "ApiKey /customerId", "customer-7"),
        Full("key-untagged", "ApiKey /marked", "Takes the tag portal:id off"),
        Full("key-tagged", "ApiKey /tags/cost-centre", "Sets the tag cost-centre to 7"),
        Quick("key-out", "ApiKey /inPlan", "Takes it out of its plan"),
        Quick("key-gone", "ApiKey ", "is not there any more"),
        Quick("key-let-in", "UsagePlan /beside/the key theirs", "did not issue"),
        new("key-exchanged", ["ApiKey /inPlan", "UsagePlan /beside/the key instead"], DriftLook.Quick, "Takes it out of its plan"),
    ];

    /// <summary>Edits of what belongs to an account and Region. Both checks read the same of it.</summary>
    public static IReadOnlyList<DriftCase> Account { get; } =
    [
        Quick("certificate-description", "ClientCertificate /description", "Somebody was here"),
        Quick("certificate-gone", "ClientCertificate ", "not there any more"),
        Quick("certificate-untagged", "ClientCertificate ", "lost its tag"),
        Quick("link-renamed", "VpcLink /name", "another link"),
        Quick("link-description", "VpcLink /description", "Somebody was here"),
        Quick("link-gone", "VpcLink ", "not there any more"),
        Quick("link-untagged", "VpcLink ", "lost its tag"),
        Quick("subnets-renamed", "VpcLinkV2 /name", "another link"),
        Quick("subnets-gone", "VpcLinkV2 ", "not there any more"),
        Quick("subnets-untagged", "VpcLinkV2 ", "lost its tag"),
        Quick("name-certificate", "DomainName /certificateArn", "certificate/theirs"),
        Quick("name-policy", "DomainName /securityPolicy", "TLS_1_0"),
        Quick("name-clients", "DomainName /mutualTls", "s3://theirs/truststore.pem"),
        Quick("name-dualstack", "DomainName /ipAddressType", "ipv4 -> dualstack"),
        Quick("name-routing", "DomainName /routingMode", "routing rules, and then its mappings"),
        new("name-rules", ["DomainName /routingMode", "DomainName /routingRules/1"], DriftLook.Quick, "its mappings -> routing rules alone"),
        Quick("name-rule-changed", "DomainName /routingRules/100", "calls with header X-Version = 3* to the stage"),
        Quick("name-rule-gone", "DomainName /routingRules/100", "Takes routing rule 100 of"),
        new("name-rule-moved", ["DomainName /routingRules/100", "DomainName /routingRules/200"], DriftLook.Quick, "calls with header X-Version = 1* to the stage"),
        Quick("unruled-added", "DomainName /beside/routing rules", "One routing rule stands at this name, which the portal does not keep yet: 1: calls with path /more and header X-Version = 2*."),
        Quick("name-path-added", "DomainName /mappings/~1more", "/more"),
        Quick("name-path-gone", "DomainName /mappings/~1v1", "/v1"),
        Quick("name-path-moved", "DomainName /mappings/~1v1", "theirs"),
        Quick("name-gone", "DomainName ", "not there any more"),
        Quick("name-untagged", "DomainName ", "lost its tag"),
        Quick("inner-policy", "DomainName /policy", "Changes the policy that says who may call"),
        Quick("inner-let-in", "DomainName /vpcEndpoints/vpce-2", "Lets the VPC endpoint vpce-2 in"),
        Quick("inner-kept-out", "DomainName /vpcEndpoints/vpce-1", "Keeps the VPC endpoint vpce-1 out"),
        Quick("inner-gone", "DomainName ", "not there any more"),
        Quick("inner-untagged", "DomainName ", "lost its tag"),
        Quick("log-role", "AccountSettings /logRoleArn", "role/Theirs"),
    ];

    /// <summary>Edits of what is said of an API, which a check of its own finds once a day.</summary>
    public static IReadOnlyList<DriftCase> Documentation { get; } =
    [
        Full("doc-part-added", "Documentation /parts/QUERY_PARAMETER GET ~1pets limit", "Says of QUERY_PARAMETER GET /pets limit"),
        Full("doc-part-changed", "Documentation /parts/METHOD GET ~1pets", "Somebody was here"),
        Full("doc-part-gone", "Documentation /parts/RESOURCE ~1pets", "Takes away what is said of RESOURCE /pets"),
        new("doc-imported", ["Documentation /parts/API", "Documentation /parts/METHOD GET ~1pets", "Documentation /parts/RESOURCE ~1pets", "Documentation /parts/RESPONSE GET ~1pets 200"], DriftLook.Full, "No version holds it yet"),
        Full("doc-version-added", "Documentation /versions/2", "Adds the documentation version 2"),
        Full("doc-version-gone", "Documentation /versions/1", "Deletes the documentation version 1"),
        Full("doc-version-described", "Documentation /versions/1", "as \"Somebody was here\""),
        Full("doc-version-remade", "Documentation /versions/1", "anew"),
    ];

    /// <summary>All of them: each kind of edit once.</summary>
    public static IReadOnlyList<DriftCase> All { get; } = [.. Apis, .. Plans, .. Keys, .. Account, .. Documentation];

    /// <summary>Edits after which nothing is otherwise than it was: ids, order and tags differ, and what AWS fills in is said.</summary>
    public static IReadOnlyList<string> Same { get; } = ["same-method", "same-parts", "same-tags", "same-deployment", "same-default"];

    /// <summary>The same of a key.</summary>
    public static IReadOnlyList<string> SameKeys { get; } = ["same-key"];

    /// <summary>The same of what is said of an API.</summary>
    public static IReadOnlyList<string> SameDocumentation { get; } = ["same-doc"];

    private static DriftCase Quick(string name, string place, string says) => new(name, [place], DriftLook.Quick, says);

    private static DriftCase Full(string name, string place, string says) => new(name, [place], DriftLook.Full, says);
}
