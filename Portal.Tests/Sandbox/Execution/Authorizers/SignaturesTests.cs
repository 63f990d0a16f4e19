namespace Portal.Tests.Sandbox.Execution.Authorizers;

/// <summary>Signed by a signer that is not ours.</summary>
public sealed class SignaturesTests
{
    private const string Script = """
        import urllib.request, urllib.error, datetime
        from botocore.auth import SigV4Auth, SigV4QueryAuth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials
        base = url + '/restapis/' + sys.argv[2] + '/dev/_user_request_'
        def call(path, secret='right secret', key='AKIDEXAMPLE', method='GET', data=None, auth=SigV4Auth, spoil=None):
            signed = AWSRequest(method, base + path, data=data, headers={'X-Some': ' a  b ', 'Content-Type': 'application/json'})
            auth(Credentials(key, secret), 'execute-api', 'eu-central-1').add_auth(signed)
            prepared = signed.prepare()
            request = urllib.request.Request(prepared.url + (spoil or ''), data=data, headers=dict(prepared.headers), method=method)
            try:
                with urllib.request.urlopen(request) as answer:
                    return answer.status, answer.read().decode(), None
            except urllib.error.HTTPError as error:
                return error.code, error.read().decode(), error.headers['x-amzn-ErrorType']
        for args in [dict(path='/a'), dict(path='/a?b=2&a=%20x&a=1&c'), dict(path='/a%20b/c'), dict(path='/a', method='POST', data=b'{"x": 1}'), dict(path='/a?q=1', auth=SigV4QueryAuth)]:
            assert call(**args) == (200, 'AKIDEXAMPLE', None), (args, call(**args))
        status, body, error = call('/a', secret='wrong')
        assert (status, error) == (403, 'InvalidSignatureException') and 'does not match the signature you provided' in body, body
        assert call('/a?q=1', spoil='2')[0] == 403
        assert call('/a', key='AKIDOTHER') == (403, '{"message":"The security token included in the request is invalid."}', 'UnrecognizedClientException')
        """;

    private const string Late = """
        import urllib.request, urllib.error
        request = urllib.request.Request(url + '/restapis/' + sys.argv[2] + '/dev/_user_request_/a', headers={'X-Amz-Date': '20200101T000000Z',
            'Authorization': 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20200101/eu-central-1/execute-api/aws4_request, SignedHeaders=host, Signature=00'})
        try:
            urllib.request.urlopen(request)
            assert False
        except urllib.error.HTTPError as error:
            assert error.code == 403 and error.read().decode().startswith('{"message":"Signature expired: 20200101T000000Z is now earlier than ')
        """;

    [Theory]
    [InlineData(Script)]
    [InlineData(Late)]
    public async Task Where_signatures_are_checked_one_must_be_right(string script)
    {
        await using var bench = await Bench.StartAsync(new() { Settings = new() { Callers = [new() { AccessKeyId = "AKIDEXAMPLE", SecretAccessKey = "right secret" }] } });
        var method = Given.Mock("$context.identity.accessKey", """ "x-amazon-apigateway-auth": {"type": "AWS_IAM"} """);
        var id = await bench.DeployedAsync(Given.Document($$"""{"/a": {"get": {{method}}, "post": {{method}} }, "/{x}/c": {"get": {{method}} } }"""));
        await bench.OwnAsync(HttpMethod.Post, "settings", new { verifySignatures = true });

        await ForeignClient.RunAsync(bench, script, id);
    }

    [Fact]
    public async Task Whoever_signed_is_known_by_name()
    {
        await using var bench = await Bench.StartAsync(new() { Settings = new() { Callers = [new() { AccessKeyId = "AKIAALICE", Account = "111111111111", UserName = "alice" }] } });
        var id = await SignedAsync(bench);

        Assert.Equal("111111111111 arn:aws:iam::111111111111:user/alice", (await CallAsync(bench, id, "AKIAALICE")).Body);
        Assert.Equal("123456789012 arn:aws:iam::123456789012:user/sandbox", (await CallAsync(bench, id, "AKIABOB")).Body);
        var session = await bench.AssumedAsync("arn:aws:iam::222222222222:role/ops/caller", "me");
        Assert.Equal("222222222222 arn:aws:sts::222222222222:assumed-role/caller/me", (await CallAsync(bench, id, session["AccessKeyId"], session["SessionToken"])).Body);
        Assert.Equal("""{"message":"The security token included in the request is invalid."}""", (await CallAsync(bench, id, "AKIABOB", session["SessionToken"])).Body);
    }

    [Fact]
    public async Task A_rule_denies_calls_too()
    {
        await using var bench = await Bench.StartAsync();
        var id = await SignedAsync(bench);
        await bench.OwnAsync(HttpMethod.Post, "settings", new { deny = new[] { new { action = "execute-api:Invoke", resource = "arn:aws:execute-api:*:*:*/dev/GET/a", caller = "AKIABOB" } } });

        Assert.Equal($$"""{"Message":"User: arn:aws:iam::123456789012:user/sandbox is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-central-1:********9012:{{id}}/dev/GET/a with an explicit deny"}""", (await CallAsync(bench, id, "AKIABOB")).Body);
        Assert.Equal(200, (int)(await CallAsync(bench, id, "AKIAALICE")).Status);
    }

    private static Task<string> SignedAsync(Bench bench) => bench.DeployedAsync(Given.Document($$"""{"/a": {"get": {{Given.Mock("$context.identity.accountId $context.identity.userArn", """ "x-amazon-apigateway-auth": {"type": "AWS_IAM"} """)}} } }"""));

    private static async Task<(System.Net.HttpStatusCode Status, string Body)> CallAsync(Bench bench, string id, string key, string? token = null)
    {
        var (status, body, _) = await bench.InvokeAsync(id, "/a", with: request =>
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={key}/20260101/eu-central-1/execute-api/aws4_request, SignedHeaders=host, Signature=00");
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        });
        return (status, body);
    }
}
