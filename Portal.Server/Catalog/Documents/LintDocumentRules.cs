using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What concerns the document as a whole.</summary>
internal static class LintDocumentRules
{
    public static readonly LintRule NoOperations = new(FindingLevel.Error, "no-operations",
        "There is nothing to deploy ('The REST API doesn't contain any methods').",
        "Add a route, or take back that operations are left out.");

    public static readonly LintRule Title = new(FindingLevel.Info, "title",
        "In AWS the API is called {0}, which never changes: CloudWatch knows REST APIs by their name.",
        "");

    public static readonly LintRule Version = new(FindingLevel.Info, "version",
        "The document has no info.version, so the API has none in AWS.",
        "");

    public static readonly LintRule Servers = new(FindingLevel.Info, "servers",
        "API Gateway serves the API at its own address; servers, host and basePath stay in the catalog.",
        "");

    public static readonly LintRule Documentation = new(FindingLevel.Info, "documentation",
        "This stays in the catalog: {0}.",
        "");

    public static readonly LintRule Extension = new(FindingLevel.Warning, "extension",
        "This is not applied to a REST API here: {0}.",
        "");

    public static readonly LintRule VpcEndpoints = new(FindingLevel.Error, "vpc-endpoints",
        "'VPCEndpoints can only be specified with PRIVATE apis.': {0}.",
        "Take vpcEndpointIds out, or make the API a private one.");

    public static readonly LintRule SecurityPolicy = new(FindingLevel.Error, "security-policy",
        "API Gateway knows no such security policy: {0}.",
        "TLS_1_0, TLS_1_2, or one whose name begins with SecurityPolicy_.");

    public static readonly LintRule NoAccessMode = new(FindingLevel.Error, "security-policy-access-mode",
        "The security policy {0} needs an endpoint access mode beside it.",
        "Say x-amazon-apigateway-endpoint-access-mode: BASIC, or STRICT once callers are known to send the name that they call.");

    public static readonly LintRule AccessMode = new(FindingLevel.Error, "endpoint-access-mode",
        "'Invalid endpoint access mode specified. Valid options are BASIC,STRICT': {0}.",
        "Correct it.");

    public static readonly LintRule KeySource = new(FindingLevel.Error, "api-key-source",
        "x-amazon-apigateway-api-key-source is HEADER or AUTHORIZER, not {0}.",
        "Correct it.");

    public static readonly LintRule Compression = new(FindingLevel.Error, "minimum-compression-size",
        "'Invalid minimum compression size, must be between 0 and 10485760': {0}.",
        "Correct it.");

    public static readonly LintRule MediaTypes = new(FindingLevel.Error, "binary-media-types",
        "x-amazon-apigateway-binary-media-types is a list of media types; {0} is none.",
        "Correct it.");

    public static readonly LintRule Validators = new(FindingLevel.Error, "request-validators",
        "A request validator says with true or false whether it checks body and parameters; {0} does not.",
        "Correct x-amazon-apigateway-request-validators.");

    public static readonly LintRule GatewayResponse = new(FindingLevel.Error, "gateway-response",
        "API Gateway would refuse the gateway response {0}.",
        "It is one of the 21 types, with a status from 100 to 599, and with headers as gatewayresponse.header.NAME.");

    public static readonly LintRule Policy = new(FindingLevel.Error, "policy",
        "'Invalid policy document': x-amazon-apigateway-policy is an object with a Statement.",
        "Correct the policy.");

    public static readonly LintRule PolicySize = new(FindingLevel.Warning, "policy-size",
        "A resource policy may have 8,192 characters unless AWS raises the quota; this one has {0}.",
        "Make it shorter.");

    public static readonly LintRule PrivateWithoutPolicy = new(FindingLevel.Warning, "policy-private",
        "A private API without a resource policy refuses every call.",
        "Add x-amazon-apigateway-policy.");

    public static readonly LintRule BodySize = new(FindingLevel.Error, "body-size",
        "API Gateway takes documents of up to 6 MB; what would be sent has {0} MB.",
        "Leave operations out, or make schemas and templates smaller.");
}
