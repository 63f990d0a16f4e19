using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox;

/// <summary>A client that is not ours: boto3 parses every answer by AWS's own service model; ours and the sandbox could agree on a mistake.</summary>
internal static class ForeignClient
{
    /// <summary>
    /// What every script begins with: the sandbox's address in <c>url</c>, and clients for it, every answer to which is held against AWS's model: its status and headers,
    /// each of its members (one that AWS does not know, or of another type, is a fault) and those that must be there.
    /// </summary>
    public const string Start = """
        import sys, json, datetime, boto3
        from botocore.config import Config
        from botocore.exceptions import ClientError
        url = sys.argv[1]
        answered = []
        general = {'ValidationException', 'SerializationException', 'AccessDeniedException', 'UnknownOperationException', 'UnrecognizedClientException', 'InvalidSignatureException', 'ExpiredTokenException', 'ThrottlingException', 'Throttling', 'ValidationError', 'MissingAuthenticationTokenException', 'AccessDenied', 'InternalFailure', 'SignatureDoesNotMatch', 'InvalidClientTokenId', 'ExpiredToken'}
        def walk(shape, value, at):
            assert value is not None, f'{at} is null, and AWS leaves out what is not there'
            kind = shape.type_name
            if kind == 'structure':
                assert isinstance(value, dict), (at, value)
                names = {member.serialization.get('name', name): (name, member) for name, member in shape.members.items()}
                for name, inner in value.items():
                    assert name in names, f'{at}.{name} is no member that AWS knows'
                    walk(names[name][1], inner, f'{at}.{name}')
                for name in shape.required_members:
                    assert shape.members[name].serialization.get('name', name) in value, f'{at} has no {name}'
            elif kind == 'list':
                assert isinstance(value, list), (at, value)
                for index, inner in enumerate(value):
                    walk(shape.member, inner, f'{at}[{index}]')
            elif kind == 'map':
                assert isinstance(value, dict), (at, value)
                for name, inner in value.items():
                    walk(shape.value, inner, f'{at}.{name}')
            elif kind in ('string', 'char', 'blob'):
                assert isinstance(value, str), (at, value)
                assert not getattr(shape, 'enum', None) or value in shape.enum, (at, value)
            elif kind in ('integer', 'long'):
                assert isinstance(value, int) and not isinstance(value, bool), (at, value)
            elif kind in ('float', 'double'):
                assert isinstance(value, (int, float)) and not isinstance(value, bool), (at, value)
            elif kind == 'boolean':
                assert isinstance(value, bool), (at, value)
            elif kind == 'timestamp':
                if shape.serialization.get('timestampFormat') == 'iso8601':
                    datetime.datetime.fromisoformat(value.replace('Z', '+00:00'))
                else:
                    assert isinstance(value, (int, float)), (at, value)
        def check(http_response, parsed, model, **_):
            service, status, headers = model.service_model.service_name, http_response.status_code, {name.lower(): value for name, value in http_response.headers.items()}
            at, protocol = f'{service}.{model.name}', model.service_model.resolved_protocol
            assert len(headers.get('x-amzn-requestid', '')) == 36, f'{at} answered without a request id'
            assert status == 204 or headers.get('content-length') is not None, at
            if status >= 400:
                code = parsed['Error']['Code']
                assert parsed['Error']['Message'] is not None and code, (at, parsed)
                # Of the service, not of the operation: the models' lists for operations are not whole.
                known = {shape.name for shape in model.service_model.error_shapes} | {shape.error_code for shape in model.service_model.error_shapes if shape.error_code}
                assert not known or code in known | general, f'{at} refused by {code}, which AWS does not know'
                assert status != 429 or headers.get('retry-after', '').isdigit(), f'{at} does not say when to come back'
                assert protocol != 'rest-json' or headers['x-amzn-errortype'] == code, (at, headers)
            else:
                answered.append((service, model.name))
                assert status == model.http.get('responseCode', 200), (at, status)
                shape, payload = model.output_shape, model.output_shape and model.output_shape.serialization.get('payload')
                if status in (202, 204) and shape is None:
                    assert not http_response.content, (at, http_response.content)
                if protocol in ('rest-json', 'json') and shape is not None and shape.members and not payload:
                    kinds = {'rest-json': 'application/json', 'json': 'application/x-amz-json-'}
                    assert headers['content-type'].startswith(kinds[protocol]), (at, headers)
                    assert http_response.content, f'{at} {status} answered nothing'
                    walk(shape, json.loads(http_response.content), at)
        def client(name, region='eu-central-1', key='any', secret='thing', token=None):
            made = boto3.client(name, endpoint_url=url, region_name=region, aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token, config=Config(retries={'max_attempts': 0}))
            made.meta.events.register('after-call', check)
            return made

        """;

    private static readonly Lazy<Task<(int ExitCode, string Output)>> Boto = new(() => RunAsync("python3", "import boto3", ["-"]));

    public static Task RunAsync(Bench bench, string script, params string[] arguments) => RunAsync(bench.Server.Address, script, arguments);

    /// <param name="sandbox">Where it answers.</param>
    /// <param name="script">What is done.</param>
    /// <param name="arguments">What the script finds in sys.argv from the second on.</param>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(Uri sandbox, string script, params string[] arguments) => await PythonAsync(Start + script, [sandbox.ToString().TrimEnd('/'), .. arguments]);

    /// <summary>
    /// Runs scripts one after the other in one process, each on an empty sandbox at a time of its own, and returns how often which operation succeeded ("apigateway.CreateRestApi").
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, int>> RunAllAsync(Bench bench, IEnumerable<(string Name, DateTimeOffset Time, string Script, string Argument)> scripts)
    {
        var list = new JsonArray([.. scripts.Select(script => new JsonArray(script.Name, script.Time.ToString("O", null), script.Script, script.Argument))]);
        var output = await PythonAsync(Start + $$"""
            import urllib.request, botocore.model
            protocols = botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS
            def own(path, body):
                urllib.request.urlopen(urllib.request.Request(f'{url}/_sandbox/{path}', data=json.dumps(body).encode(), method='POST')).read()
            for name, time, script, argument in json.loads({{Literal(list.ToJsonString())}}):
                own('reset', {})
                own('clock', {'now': time})
                print('running', name)
                sys.argv = ['-', url, argument]
                botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = protocols
                exec(compile(script, name, 'exec'), {'sys': sys, 'json': json, 'boto3': boto3, 'client': client, 'ClientError': ClientError, 'Config': Config, 'url': url})
            counts = {}
            for service, operation in answered:
                counts[f'{service}.{operation}'] = counts.get(f'{service}.{operation}', 0) + 1
            print('ANSWERED ' + json.dumps(counts))
            """, bench.Server.Address.ToString().TrimEnd('/'));
        return JsonNode.Parse(output[(output.IndexOf("ANSWERED ", StringComparison.Ordinal) + "ANSWERED ".Length)..])!.AsObject().ToDictionary(pair => pair.Key, pair => (int)pair.Value!);
    }

    /// <summary>The AWS command line; the answer is what it prints.</summary>
    public static async Task<string> CommandAsync(Bench bench, params string[] arguments)
    {
        var (code, output) = await RunAsync("aws", "", ["--endpoint-url", bench.Server.Address.ToString().TrimEnd('/'), "--region", "eu-central-1", "--output", "json", .. arguments]);
        Assert.True(code is 0, $"aws {string.Join(' ', arguments)}: {output}");
        return output;
    }

    private static async Task<string> PythonAsync(string script, params string[] arguments)
    {
        var (missing, why) = await Boto.Value;
        Assert.True(missing is 0, $"python3 with boto3 is needed here: the sandbox is proven by a client that is not ours. {why}");

        var (code, output) = await RunAsync("python3", script, ["-", .. arguments]);
        TestContext.Current.SendDiagnosticMessage(output);
        Assert.True(code is 0, output);
        return output;
    }

    private static string Literal(string text) => JsonValue.Create(text).ToJsonString();

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string input, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("AWS_ACCESS_KEY_ID", "any"), ("AWS_SECRET_ACCESS_KEY", "thing"), ("AWS_EC2_METADATA_DISABLED", "true"), ("AWS_PAGER", ""), ("PYTHONIOENCODING", "utf-8") })
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), TestContext.Current.CancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, $"{await output}{await error}");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}
