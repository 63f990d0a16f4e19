using static Portal.Tests.Sandbox.ApiGateway.ErrorTexts.Ask;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>What is said of integrations and how their answers are mapped.</summary>
internal static class IntegrationTexts
{
    private const string At = "/restapis/{api}/resources/{pets}/methods/GET/integration";
    private const string Lambda = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/f/invocations";

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new(Get("/restapis/{bare}/resources/{bareRoot}/methods/GET/integration"), Get(At), "Invalid Integration identifier specified", 404, "NotFoundException"),
        new(Get("/restapis/{bare}/resources/{bareRoot}/methods/GET/integration/responses/200"), Get($"{At}/responses/200"), "Invalid Integration identifier specified", 404, "NotFoundException"),
        new(Get($"{At}/responses/201"), Get($"{At}/responses/200"), "Invalid Response status code specified", 404, "NotFoundException"),
        new(Of("HTTPS_PROXY"), Of("HTTP_PROXY"), "1 validation error detected: Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]", 400, "ValidationException"),
        new(Put(At, """{"type":"HTTP","uri":"http://x.example"}"""), Of("HTTP"), "Enumeration value for HttpMethod must be non-empty"),
        new(Of("HTTP", "nowhere"), Of("HTTP"), "Invalid HTTP endpoint specified for URI"),
        new(Of("AWS", "nowhere"), Of("AWS", Lambda), "Invalid ARN specified in the request"),
        new(Of("AWS", "arn:aws:apigateway:x"), Of("AWS", Lambda), "AWS ARN for integration must contain path or action"),
        new(Of("AWS_PROXY", "arn:aws:apigateway:eu-central-1:s3:path/b"), Of("AWS_PROXY", Lambda), "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations."),
        new(Mock(""" "timeoutInMillis":49 """), Mock(""" "timeoutInMillis":50 """), "Timeout should be between 50 ms and 29000 ms"),
        new(Mock(""" "timeoutInMillis":29001 """), Mock(""" "timeoutInMillis":29000 """), "Timeout should be between 50 ms and 29000 ms"),
        new(Mock(""" "credentials":"me" """), Mock(""" "credentials":"arn:aws:iam::123456789012:role/r" """), "Invalid ARN specified in the request"),
        new(Of("HTTP", more: ""","connectionType":"VPC_LINK" """), Of("HTTP", more: ""","connectionType":"VPC_LINK","connectionId":"{link}" """), "ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK"),
        new(Mock(""" "cacheKeyParameters":["method.request.path.no"] """), Mock(""" "cacheKeyParameters":["method.request.querystring.page"] """), "Invalid cache key parameter specified"),
        new(Mapped("\"true\""), Mapped("\"'true'\""), "Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]"),
        new(Mapped("true"), Mapped("\"'true'\""), "class java.lang.Boolean can not be converted to an String", 400, "SerializationException"),

        new(Put($"{At}/responses/wrong"), Put($"{At}/responses/201"), @"1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\d\d", 400, "ValidationException"),
        new(Put($"{At}/responses/200", """{"responseTemplates":{"application/json":1}}"""), Put($"{At}/responses/200", """{"responseTemplates":{"application/json":"1"}}"""), "class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String", 400, "SerializationException"),
        new(Put($"{At}/responses/200", """{"responseTemplates":{"123":""}}"""), Put($"{At}/responses/200", """{"responseTemplates":{"text/plain":""}}"""), "Validation Result: warnings : [], errors : [Invalid content type specified: 123]"),
        new(Put($"{At}/responses/200", """{"selectionPattern":"("}"""), Put($"{At}/responses/200", """{"selectionPattern":"(2..)"}"""), "Invalid regex pattern specified"),
        new(Patch(At, "replace", "/timeoutInMillis", "1"), Patch(At, "replace", "/timeoutInMillis", "100"), "Timeout should be between 50 ms and 29000 ms"),
        new(Patch($"{At}/responses/200", "replace", "/selectionPattern", "("), Patch($"{At}/responses/200", "replace", "/selectionPattern", "2.."), "Invalid regex pattern specified"),
    ];

    private static Ask Of(string type, string uri = "http://x.example", string more = "") => Put(At, $$"""{"type":"{{type}}","httpMethod":"POST","uri":"{{uri}}"{{more}}}""");

    private static Ask Mock(string member) => Put(At, $$"""{"type":"MOCK",{{member}}}""");

    private static Ask Mapped(string source) => Mock($$""" "requestParameters":{"integration.request.header.a":{{source}}} """);
}
