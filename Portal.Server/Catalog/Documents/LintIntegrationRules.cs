using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What API Gateway takes as an integration. Quoted words are its own.</summary>
internal static class LintIntegrationRules
{
    public static readonly LintRule Missing = new(FindingLevel.Error, "integration-missing",
        "Nothing answers these operations: they have no integration, and the document has no default one.",
        "Choose a default integration for the API, give each an integration, or leave these operations out.");

    public static readonly LintRule Default = new(FindingLevel.Error, "integration-default",
        "The default integration cannot be understood.",
        "x-portal-default-integration is a mock with a status, an http_proxy with a baseUrl, or an aws_proxy with the ARN of a function.");

    public static readonly LintRule Type = new(FindingLevel.Error, "integration-type",
        "An integration is of type mock, http, http_proxy, aws or aws_proxy, not {0}.",
        "Correct the type.");

    public static readonly LintRule Method = new(FindingLevel.Error, "integration-method",
        "The integration does not say with which method it calls its backend ('Enumeration value for HttpMethod must be non-empty').",
        "Add httpMethod.");

    public static readonly LintRule LambdaMethod = new(FindingLevel.Warning, "integration-lambda-method",
        "A Lambda function is invoked by POST; with {0} each call fails.",
        "Set httpMethod to POST.");

    public static readonly LintRule LambdaArn = new(FindingLevel.Info, "integration-lambda-arn",
        "The integration names a function by its ARN; API Gateway gets the URI that invokes it.",
        "");

    public static readonly LintRule HttpUri = new(FindingLevel.Error, "integration-uri",
        "This is no address that API Gateway can call ('Invalid HTTP endpoint specified for URI'): {0}.",
        "Begin it with http:// or https://; only what follows may be a stage variable.");

    public static readonly LintRule AwsUri = new(FindingLevel.Error, "integration-uri-aws",
        "This is no URI of an AWS service ('AWS ARN for integration must contain path or action'): {0}.",
        "It has the form arn:aws:apigateway:REGION:SERVICE:path/... or :action/...; aws_proxy is for Lambda and Firehose only.");

    public static readonly LintRule UriVariable = new(FindingLevel.Error, "integration-uri-variable",
        "The address has a variable that the path does not have and no mapping fills: {0}.",
        "Map it in requestParameters, or name it as the path does.");

    public static readonly LintRule AwsVariables = new(FindingLevel.Warning, "aws-variables",
        "${AWS::...} is filled in by API Gateway, so the API will seem to have changed whenever it is read back.",
        "Write the account and Region.");

    public static readonly LintRule Target = new(FindingLevel.Error, "integration-target",
        "An integrationTarget is the ARN of a load balancer, and goes with an HTTP backend behind a VPC link of the second version: {0}.",
        "Say connectionType VPC_LINK and the link's connectionId beside it, and the ARN of an application or network load balancer.");

    public static readonly LintRule Connection = new(FindingLevel.Error, "integration-connection",
        "'ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK'.",
        "Add connectionId.");

    public static readonly LintRule Credentials = new(FindingLevel.Error, "integration-credentials",
        "The integration's credentials are no ARN ('Invalid ARN specified in the request').",
        "Name the role by its ARN.");

    public static readonly LintRule Timeout = new(FindingLevel.Error, "integration-timeout",
        "'Timeout should be between 50 ms and 29000 ms', not {0}.",
        "Choose a time-out within these limits.");

    public static readonly LintRule TimeoutLong = new(FindingLevel.Warning, "integration-timeout-long",
        "A time-out above 29,000 ms needs a raised quota: {0} ms.",
        "Ask AWS to raise quota L-E5AE38E3 before applying.");

    public static readonly LintRule Value = new(FindingLevel.Error, "integration-value",
        "API Gateway does not know this value: {0}.",
        "Correct it.");

    public static readonly LintRule Streaming = new(FindingLevel.Error, "integration-streaming",
        "Only proxy integrations stream their answers.",
        "Remove responseTransferMode, or use a proxy integration.");

    public static readonly LintRule Mapping = new(FindingLevel.Error, "integration-mapping",
        "API Gateway does not understand this mapping ('Invalid mapping expression specified'): {0}.",
        "A value is quoted ('text') or comes from method.request, context or stageVariables; what it names must be declared.");

    public static readonly LintRule CacheKey = new(FindingLevel.Error, "integration-cache-key",
        "'Invalid cache key parameter specified': {0}.",
        "A cache key is one of the operation's declared parameters.");

    public static readonly LintRule NotText = new(FindingLevel.Warning, "integration-not-text",
        "API Gateway expects text here and drops what is none: {0}.",
        "Put it in quotes.");

    public static readonly LintRule NoAnswers = new(FindingLevel.Warning, "integration-no-answers",
        "An integration that is no proxy needs answers; without them each call ends with 500.",
        "Add responses with a default.");

    public static readonly LintRule Status = new(FindingLevel.Error, "integration-status",
        "Each answer of an integration has a statusCode from 100 to 599: {0}.",
        "Correct the status code.");

    public static readonly LintRule Pattern = new(FindingLevel.Error, "integration-pattern",
        "This is no regular expression ('Invalid regex pattern specified'): {0}.",
        "Correct the pattern.");

    public static readonly LintRule StatusTwice = new(FindingLevel.Warning, "integration-status-twice",
        "API Gateway keeps one answer for a status, the last one: {0}.",
        "Join the patterns with | in one answer.");

    public static readonly LintRule HttpApi = new(FindingLevel.Warning, "integration-http-api",
        "This is for HTTP APIs; a REST API does not know it: {0}.",
        "");
}
