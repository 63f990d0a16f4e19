using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

/// <summary>A sandbox of one test on a port of its own, and a bare HTTP client that signs like any AWS client would.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Bench(SandboxServer server)
    {
        Server = server;
        _http = new() { BaseAddress = server.Address };
    }

    public SandboxServer Server { get; }

    /// <summary>Who signs; nobody checks it unless the test asks for that.</summary>
    public string AccessKeyId { get; set; } = "AKIDEXAMPLE";

    /// <summary>The token of temporary credentials.</summary>
    public string? Token { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Bench> StartAsync(SandboxOptions? options = null) =>
        new(await SandboxServer.StartAsync((options ?? new()) with { Port = 0 }, null, Cancellation));

    public async Task<(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)> CallAsync(HttpMethod verb, string path, object? body = null, string region = "eu-central-1", string service = "apigateway")
    {
        using HttpRequestMessage request = new(verb, path);
        Sign(request, service, region);
        request.Content = body switch
        {
            null => null,
            byte[] bytes => new ByteArrayContent(bytes),
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        var response = await _http.SendAsync(request, Cancellation);
        var content = await response.Content.ReadAsStringAsync(Cancellation);
        return (response.StatusCode, content is "" || response.Content.Headers.ContentType?.MediaType is not "application/json" ? null : JsonNode.Parse(content), response);
    }

    /// <summary>Calls an operation by its name, in AWS JSON, and insists on success.</summary>
    public async Task<JsonNode> NamedAsync(string service, string operation, object body)
    {
        var (status, answer) = await TryNamedAsync(service, operation, body);
        Assert.True(status is HttpStatusCode.OK, $"{operation}: {(int)status} {answer.ToJsonString()}");
        return answer;
    }

    /// <summary>Calls an operation by its name and insists on a refusal of this kind with this text.</summary>
    public async Task NamedRefusedAsync(string service, string operation, object body, string type, string message)
    {
        var (status, answer) = await TryNamedAsync(service, operation, body);
        Assert.Equal((HttpStatusCode.BadRequest, type, message), (status, (string?)answer["__type"], (string?)answer["message"]));
    }

    /// <summary>Calls and insists on success.</summary>
    public async Task<JsonNode> DoneAsync(HttpMethod verb, string path, object? body = null)
    {
        var (status, answer, _) = await CallAsync(verb, path, body);
        Assert.True((int)status < 300, $"{verb} {path}: {(int)status} {answer?.ToJsonString()}");
        return answer ?? new JsonObject();
    }

    /// <summary>Calls and insists on a refusal of this kind with this text.</summary>
    public async Task RefusedAsync(HttpMethod verb, string path, object? body, int status, string type, string message)
    {
        var (actual, answer, response) = await CallAsync(verb, path, body);
        Assert.Equal((status, type, message), ((int)actual, response.Headers.GetValues("x-amzn-ErrorType").Single(), (answer!["message"] ?? answer["Message"])!.GetValue<string>()));
    }

    /// <summary>An API from a document, deployed to a stage; the answer is its id.</summary>
    public async Task<string> DeployedAsync(string document, object? stage = null)
    {
        var api = await DoneAsync(HttpMethod.Post, "/restapis?mode=import&endpointConfigurationTypes=REGIONAL", document);
        var id = api["id"]!.GetValue<string>();
        await DeployAsync(id, stage);
        return id;
    }

    public async Task DeployAsync(string id, object? stage = null) =>
        await DoneAsync(HttpMethod.Post, $"/restapis/{id}/deployments", stage ?? new { stageName = "dev" });

    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> InvokeAsync(string id, string path, HttpMethod? verb = null, string stage = "dev", Action<HttpRequestMessage>? with = null)
    {
        using HttpRequestMessage request = new(verb ?? HttpMethod.Get, $"/restapis/{id}/{stage}/_user_request_{path}");
        with?.Invoke(request);
        return await SendAsync(request);
    }

    /// <summary>Sends anything, unsigned.</summary>
    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> SendAsync(HttpRequestMessage request)
    {
        var response = await _http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), response);
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> TryNamedAsync(string service, string operation, object body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/");
        Sign(request, service, "eu-central-1");
        request.Headers.Add("X-Amz-Target", $"Any.{operation}");
        request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body));
        request.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        var (status, text, _) = await SendAsync(request);
        return (status, JsonNode.Parse(text)!);
    }

    /// <summary>Calls one of the sandbox's own endpoints and insists on success.</summary>
    public async Task<JsonNode?> OwnAsync(HttpMethod verb, string path, object? body = null)
    {
        using HttpRequestMessage request = new(verb, $"/_sandbox/{path}") { Content = body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body)) };
        var (status, text, _) = await SendAsync(request);
        Assert.True((int)status < 300, text);
        return text is "" ? null : JsonNode.Parse(text);
    }

    /// <summary>From now on calls are signed as the session.</summary>
    public async Task AssumeAsync(string roleArn, string name)
    {
        var credentials = await AssumedAsync(roleArn, name);
        (AccessKeyId, Token) = (credentials["AccessKeyId"], credentials["SessionToken"]);
    }

    /// <summary>Temporary credentials, by their members' names.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AssumedAsync(string roleArn, string name, int? seconds = null)
    {
        var (status, text) = await FormAsync("sts", $"Action=AssumeRole&Version=2011-06-15&RoleArn={Uri.EscapeDataString(roleArn)}&RoleSessionName={name}{(seconds is null ? "" : $"&DurationSeconds={seconds}")}");
        Assert.True(status is HttpStatusCode.OK, text);
        return XDocument.Parse(text).Descendants().Where(element => !element.HasElements).DistinctBy(element => element.Name.LocalName).ToDictionary(element => element.Name.LocalName, element => element.Value);
    }

    /// <summary>Calls an operation of the oldest protocol: a form, and XML back.</summary>
    public async Task<(HttpStatusCode Status, string Xml)> FormAsync(string service, string form)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/") { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        Sign(request, service, "eu-central-1");
        var (status, text, _) = await SendAsync(request);
        return (status, text);
    }

    private void Sign(HttpRequestMessage request, string service, string region)
    {
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=00");
        if (Token is { } token)
        {
            request.Headers.Add("X-Amz-Security-Token", token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
