using static Portal.Tests.Sandbox.ApiGateway.ErrorTexts.Ask;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>What is said of deployments and stages.</summary>
internal static class StageTexts
{
    private const string Dev = "/restapis/{api}/stages/dev";
    private const string Test = "/restapis/{api}/stages/test";
    private const string Group = "arn:aws:logs:eu-central-1:123456789012:log-group:g";
    private const string Paths = "[/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled]";
    private const string Canary = "Invalid deployment content specified.";

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new(Post("/restapis/{empty}/deployments", "{}"), Post("/restapis/{api}/deployments", "{}"), "The REST API doesn't contain any methods"),
        new(Post("/restapis/{bare}/deployments", "{}"), Post("/restapis/{api}/deployments", "{}"), "No integration defined for method"),
        new(Post("/restapis/{api}/deployments", """{"canarySettings":{}}"""), Post("/restapis/{api}/deployments", """{"canarySettings":{},"stageName":"dev"}"""), $"{Canary}Non null and non empty stageName must be provided for canary deployment. Provided value is null"),
        new(Post("/restapis/{api}/deployments", """{"canarySettings":{},"stageName":""}"""), Post("/restapis/{api}/deployments", """{"canarySettings":{},"stageName":"dev"}"""), $"{Canary}Non null and non empty stageName must be provided for canary deployment. Provided value is "),
        new(Post("/restapis/{api}/deployments", """{"canarySettings":{},"stageName":"non-existing"}"""), Post("/restapis/{api}/deployments", """{"canarySettings":{},"stageName":"dev"}"""), $"{Canary}Stage non-existing must already be created before making a canary release deployment"),
        new(Delete("/restapis/{api}/deployments/{deployment}"), Delete("/restapis/{api}/deployments/{spare}"), "Active stages pointing to this deployment must be moved or deleted"),

        new(New(""" "stageName":"a b" """), New(""" "stageName":"a_b" """), "Stage name only allows a-zA-Z0-9_"),
        new(New(""" "stageName":"x","deploymentId":"nope" """), New(""" "stageName":"x" """), "Deployment id does not exist"),
        new(New(""" "stageName":"x","canarySettings":{"deploymentId":"deploy"} """), New(""" "stageName":"x","canarySettings":{"deploymentId":"{spare}"} """), "Deployment id does not exist"),
        new(New(""" "stageName":"x","variables":{"a-b":"1"} """), New(""" "stageName":"x","variables":{"a_b":"1"} """), "Invalid stage variable name: a-b. Please use names with only word characters."),
        new(New(""" "stageName":"x","variables":{"a":"{1}"} """), New(""" "stageName":"x","variables":{"a":"1"} """), "Invalid stage variable value of key a.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','."),

        new(Patch(Dev, "replace", "/deploymentId", "nope"), Patch(Dev, "replace", "/deploymentId", "{spare}"), "Deployment id does not exist"),
        new(Patch(Dev, "add", "/accessLogSettings/randomValue", "x"), Patch(Dev, "add", "/accessLogSettings/destinationArn", Group), "Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]"),
        new(Patch(Dev, "remove", "/accessLogSettings/randomValue"), Patch(Dev, "remove", "/accessLogSettings"), "Cannot remove method setting accessLogSettings/randomValue because there is no method setting for this method "),
        new(Patch(Dev, "remove", "/accessLogSettings/*"), Patch(Dev, "remove", "/accessLogSettings"), "Cannot remove method setting accessLogSettings/* because there is no method setting for this method "),
        new(Patch(Dev, "remove", "/accessLogSettings/destinationArn"), Patch(Dev, "remove", "/accessLogSettings"), "Cannot remove method setting accessLogSettings/destinationArn because there is no method setting for this method "),
        new(Patch(Dev, "replace", "/accessLogSettings/destinationArn", ""), Patch(Dev, "replace", "/accessLogSettings/destinationArn", Group), "Access Log value must not be empty"),
        new(Patch(Dev, "replace", "/accessLogSettings/destinationArn", "arn:x"), Patch(Dev, "replace", "/accessLogSettings/destinationArn", Group), "The ARN must be a valid CloudWatch Logs log group or Kinesis Data Firehose delivery stream"),
        new(Patch(Dev, "replace", "/accessLogSettings/destinationArn", Stream("x")), Patch(Dev, "replace", "/accessLogSettings/destinationArn", Stream("amazon-apigateway-x")), "Kinesis Firehose delivery stream name must begin with the characters 'amazon-apigateway-'"),
        new(Patch(Dev, "replace", "/accessLogSettings/format", "x"), Patch(Dev, "replace", "/accessLogSettings/format", "$context.requestId"), "Access Log format must include either $context.requestId or $context.extendedRequestId"),

        new(Patch(Dev, "remove", "/*/*"), Patch(Dev, "remove", "/pets/GET"), "Cannot remove method setting */* because there is no method setting for this method "),
        new(Patch(Dev, "replace", "/pets/FETCH/metrics/enabled", "true"), Patch(Dev, "replace", "/pets/GET/metrics/enabled", "true"), $"Invalid method setting path: /pets/FETCH/metrics/enabled. Must be one of: {Paths}"),
        new(Patch(Dev, "replace", "/*/*/caching/ttlInSeconds", "3601"), Patch(Dev, "replace", "/*/*/caching/ttlInSeconds", "3600"), "Invalid time-to-live setting, must be an integer no greater than 3600"),
        new(Patch(Dev, "replace", "/documentation_version", "1"), Patch(Dev, "replace", "/description", "1"), $"Invalid method setting path: /documentation_version. Must be one of: {Paths}"),
        new(Patch(Dev, "replace", "/tags/tag1", "1"), Patch(Dev, "replace", "/description", "1"), $"Invalid method setting path: /tags/tag1. Must be one of: {Paths}"),

        new(Patch(Test, "add", "/canarySettings/deploymentId", "{spare}"), Patch(Test, "replace", "/canarySettings/deploymentId", "{spare}"), "Invalid add operation with path: /canarySettings/deploymentId"),
        new(Patch(Test, "remove", "/canarySettings/badPath"), Patch(Test, "remove", "/canarySettings"), "Cannot remove method setting canarySettings/badPath because there is no method setting for this method "),
        new(Patch(Test, "remove", "/canarySettings/stageVariableOverrides"), Patch(Test, "remove", "/canarySettings"), "Cannot remove method setting canarySettings/stageVariableOverrides because there is no method setting for this method "),
        new(Patch(Test, "replace", "/canarySettings", "x"), Patch(Test, "replace", "/canarySettings/percentTraffic", "10"), $"Invalid method setting path: /canarySettings. Must be one of: {Paths}"),
        new(Patch(Test, "replace", "/canarySettings/badPath", "x"), Patch(Test, "replace", "/canarySettings/percentTraffic", "10"), $"Invalid method setting path: /canarySettings/badPath. Must be one of: {Paths}"),
        new(Patch(Dev, "copy", "/deploymentId", from: "/canarySettings/deploymentId"), Patch(Test, "copy", "/deploymentId", from: "/canarySettings/deploymentId"), "Promotion not available. Canary does not exist."),
        new(Patch(Test, "copy", "/canarySettings/stageVariableOverrides", from: "/variables"), Patch(Test, "copy", "/variables", from: "/canarySettings/stageVariableOverrides"), "Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]"),
    ];

    private static Ask New(string members) => Post("/restapis/{api}/stages", members.Contains("\"deploymentId\":\"nope\"", StringComparison.Ordinal) ? $$"""{ {{members}} }""" : $$"""{"deploymentId":"{deployment}",{{members}} }""");

    private static string Stream(string name) => $"arn:aws:firehose:eu-central-1:123456789012:deliverystream/{name}";
}
