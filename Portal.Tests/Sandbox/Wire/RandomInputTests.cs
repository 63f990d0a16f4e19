using System.Net;
using System.Text;

namespace Portal.Tests.Sandbox.Wire;

/// <summary>Thousands of calls that a seed makes up, to every service and by every protocol: none is answered with 500 or a stack trace, and the sandbox lives on.</summary>
public sealed class RandomInputTests
{
    private static readonly string[] Words =
    [
        "restapis", "resources", "methods", "GET", "ANY", "integration", "responses", "200", "stages", "dev", "deployments", "models", "tags", "usageplans", "apikeys", "keys", "usage", "account", "authorizers", "requestvalidators",
        "gatewayresponses", "THROTTLED", "domainnames", "basepathmappings", "vpclinks", "clientcertificates", "documentation", "parts", "versions", "exports", "oas30", "sdktypes", "v2", "apis", "routes", "integrations", "exports", "OAS30",
        "%2F", "..", ".", "%00", "%ff", "%", "é", "{proxy+}", "_user_request_", "cache", "data", "restapi:by-id", "arn:aws:apigateway:eu-central-1::", "arn%3Aaws%3Aapigateway%3Aeu-central-1%3A%3A%2Frestapis", "null", "-1", "'", "\"",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "1e15", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[null]", "{\"\":null}", "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":null}]", "[{\"op\":\"add\",\"path\":\"/~2/~\",\"value\":\"x\"}]",
        "\"arn:aws:logs:eu-central-1:123456789012:log-group:x\"", "\"{ $.a = 1 && (\"", "\"%(%\"", "99999999999999999999", "[[[[[[[[[[]]]]]]]]]]", "{\"a\":{\"b\":{\"c\":[1,2,{\"d\":null}]}}}", "\"2026-13-45\"", "[1,\"a\",null,{}]",
    ];

    private static readonly string[] Members =
    [
        "name", "description", "patchOperations", "tags", "stageName", "deploymentId", "pathPart", "type", "uri", "httpMethod", "requestParameters", "responseParameters", "requestTemplates", "apiStages", "throttle", "quota", "keyId", "keyType",
        "value", "enabled", "endpointConfiguration", "policy", "body", "schema", "contentType", "authorizationType", "identitySource", "variables", "canarySettings", "methodSettings", "protocolType", "routeKey", "target", "corsConfiguration",
        "routeSettings", "Namespace", "MetricData", "MetricDataQueries", "StartTime", "EndTime", "Period", "Statistics", "Dimensions", "logGroupName", "logStreamName", "logEvents", "filterPattern", "limit", "nextToken", "startTime", "endTime",
        "LookupAttributes", "MaxResults", "NextToken", "RoleArn", "RoleSessionName", "DurationSeconds", "WebACLArn", "ResourceArn", "Name", "Scope", "DefaultAction", "VisibilityConfig", "Rules", "Limit", "retentionInDays", "queryString", "Expression",
    ];

    [Fact]
    public async Task Six_thousand_calls_by_path_never_bring_it_down()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        Random random = new(20261128);
        string[] verbs = ["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "FETCH"];
        for (var i = 0; i < 6_000; i++)
        {
            var path = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"/{(random.Next(6) is 0 ? id : One(random, Words))}"));
            var query = random.Next(3) is 0 ? $"?{One(random, Members)}={Uri.EscapeDataString(One(random, Values))}&limit={One(random, ["1", "-1", "x", "99999999999"])}&position={One(random, ["%%%", "YQ", ""])}&mode={One(random, ["import", "merge", "overwrite"])}" : "";
            await SurvivesAsync(bench, new(verbs[random.Next(verbs.Length)], path + query, "apigateway", Body(random), One(random, ["application/json", "text/plain", "application/yaml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense"]), null));
        }

        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync(HttpMethod.Get, "/restapis")).Status);
    }

    [Fact]
    public async Task Four_thousand_calls_by_name_never_bring_it_down()
    {
        await using var bench = await Bench.StartAsync();
        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "x" });
        var named = bench.Server.Operations.Where(operation => operation.Template is "/").ToArray();
        Random random = new(20261129);
        for (var i = 0; i < 4_000; i++)
        {
            var operation = named[random.Next(named.Length)];
            var body = Body(random);
            await SurvivesAsync(bench, random.Next(4) switch
            {
                0 => new("POST", "/", operation.Service, Encoding.UTF8.GetBytes($"Action={operation.Name}&{One(random, Members)}={Uri.EscapeDataString(One(random, Values))}&{One(random, Members)}.member.{One(random, ["1", "x", "-1", "99999999999"])}.{One(random, Members)}=1"), "application/x-www-form-urlencoded", null),
                1 => new("POST", $"/service/Any/operation/{operation.Name}", operation.Service, [.. body.Select(one => (byte)(one ^ random.Next(256)))], "application/cbor", ("smithy-protocol", "rpc-v2-cbor")),
                _ => new("POST", "/", operation.Service, body, One(random, ["application/x-amz-json-1.0", "application/x-amz-json-1.1", "text/plain"]), ("X-Amz-Target", $"Any.{operation.Name}")),
            });
        }

        await bench.NamedAsync("logs", "DescribeLogGroups", new { });
    }

    private static async Task SurvivesAsync(Bench bench, Sent sent)
    {
        using HttpRequestMessage request = new(new HttpMethod(sent.Verb), sent.Path) { Content = sent.Verb is "GET" or "HEAD" ? null : new ByteArrayContent(sent.Body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/{sent.Service}/aws4_request, SignedHeaders=host, Signature=00");
        request.Content?.Headers.TryAddWithoutValidation("Content-Type", sent.ContentType);
        if (sent.Header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var (status, text, _) = await bench.SendAsync(request);
        Assert.True((int)status < 500, $"{sent.Verb} {sent.Path} {sent.Header} {sent.ContentType}: {(int)status} {text}\n{Encoding.UTF8.GetString(sent.Body)}");
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception:", text, StringComparison.Ordinal);
    }

    private static byte[] Body(Random random)
    {
        var json = random.Next(8) is 0 ? One(random, Values) : $"{{{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{One(random, Members)}\":{One(random, Values)}"))}}}";
        return Encoding.UTF8.GetBytes(random.Next(10) is 0 && json.Length > 1 ? json[..^1] : json);
    }

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];

    private sealed record Sent(string Verb, string Path, string Service, byte[] Body, string ContentType, (string Name, string Value)? Header);
}
