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
    public async Task Where_secrets_are_known_a_signature_must_be_right(string script)
    {
        await using var bench = await Bench.StartAsync(new() { Secrets = new Dictionary<string, string> { ["AKIDEXAMPLE"] = "right secret" } });
        var method = Given.Mock("$context.identity.accessKey", """ "x-amazon-apigateway-auth": {"type": "AWS_IAM"} """);
        var id = await bench.DeployedAsync(Given.Document($$"""{"/a": {"get": {{method}}, "post": {{method}} }, "/{x}/c": {"get": {{method}} } }"""));

        await ForeignClient.RunAsync(bench, script, id);
    }
}
