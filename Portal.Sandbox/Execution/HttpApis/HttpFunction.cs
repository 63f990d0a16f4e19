using System.Text;
using System.Text.Json;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.Execution.Lambdas;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>AWS_PROXY of HTTP APIs: a function gets the call in format 1.0 or 2.0. In 2.0 it may answer anything; without a status code that is the body.</summary>
internal sealed partial class HttpFunction(LambdaCalls lambdas, ILogger logger)
{
    public async Task<HttpFault?> AnswerAsync(Visit visit, Integration integration)
    {
        var uri = StageVariables.Into(integration.IntegrationUri, visit.Stage.StageVariables.Find);
        var arn = uri.StartsWith("arn:aws:lambda:", StringComparison.Ordinal) ? uri : LambdaCalls.FunctionOf(uri);
        if (integration.IntegrationSubtype is not null || arn is null)
        {
            LogUnserved(integration.IntegrationSubtype ?? uri);
            return HttpFault.Internal with { Why = "Nothing stands for the integration." };
        }

        var version = integration.PayloadFormatVersion ?? "1.0";
        var payload = Encoding.UTF8.GetBytes(HttpEvent.Of(visit, version, await visit.BodyAsync()).ToJsonString());
        switch (await lambdas.InvokeAsync(arn, payload, TimeSpan.FromMilliseconds(integration.TimeoutInMillis ?? Integration.LongestHttp), visit.Http.RequestAborted))
        {
            case LambdaAnswer.Returned(var result):
                visit.IntegrationStatus = StatusCodes.Status200OK;
                return await SendAsync(visit, integration, version is "2.0" ? Second(result) : ProxyAnswer.Of(result));
            case LambdaAnswer.Threw(_, var message):
                visit.IntegrationStatus = StatusCodes.Status200OK;
                return HttpFault.Internal with { Why = message };
            case LambdaAnswer.TimedOut:
                return HttpFault.Unavailable with { Why = "Endpoint request timed out" };
            case LambdaAnswer.Unknown:
                LogUnserved(arn);
                return HttpFault.Internal with { Why = "Nothing stands for the integration." };
            default:
                return HttpFault.Internal with { Why = "The function cannot be reached." };
        }
    }

    private static async Task<HttpFault?> SendAsync(Visit visit, Integration integration, ProxyAnswer? answer)
    {
        if (answer is null)
        {
            return HttpFault.Internal with { Why = "The function's answer is malformed." };
        }

        var response = visit.Http.Response;
        response.StatusCode = answer.Status;
        response.ContentType = "text/plain;charset=utf-8";
        foreach (var group in answer.Headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase).Where(group => SafeHeaders.IsName(group.Key) && SafeHeaders.Name(group.Key) == group.Key))
        {
            response.Headers[group.Key] = group.Select(header => SafeHeaders.Value(header.Value)).ToArray();
        }

        response.Headers["apigw-requestid"] = visit.RequestId;
        ParameterMapping.ToAnswer(visit, integration.ResponseParameters, answer.Status, name => answer.Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);
        var body = answer.IsBinary ? ContentHandling.Decoded(answer.Body) ?? answer.Body : answer.Body;
        if (response.StatusCode is not (204 or 205 or 304) && !HttpMethods.IsHead(visit.Http.Request.Method))
        {
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, visit.Http.RequestAborted);
        }

        return null;
    }

    private static ProxyAnswer? Second(byte[] result)
    {
        try
        {
            using var document = JsonDocument.Parse(result.Length is 0 ? "null"u8.ToArray() : result);
            var root = document.RootElement;
            if (root.ValueKind is JsonValueKind.Object && root.TryGetProperty("statusCode", out _))
            {
                var (cookies, rest) = WithoutCookies(root);
                return ProxyAnswer.Of(rest) is { } whole ? whole with { Headers = [.. whole.Headers, .. cookies.Select(cookie => ("Set-Cookie", cookie))] } : null;
            }

            var body = root.ValueKind is JsonValueKind.String ? root.GetString()! : Encoding.UTF8.GetString(result);
            return new(StatusCodes.Status200OK, [("Content-Type", "application/json")], Encoding.UTF8.GetBytes(body), false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string[] Cookies, byte[] Others) WithoutCookies(JsonElement root)
    {
        string[] cookies = root.TryGetProperty("cookies", out var given) && given.ValueKind is JsonValueKind.Array ? [.. given.EnumerateArray().Select(cookie => cookie.ToString())] : [];
        // Unlike in format 1.0, what is not known is passed over.
        var rest = root.EnumerateObject().Where(member => member.Name is "statusCode" or "headers" or "body" or "isBase64Encoded").DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value);
        return (cookies, JsonSerializer.SerializeToUtf8Bytes(rest));
    }

    [LoggerMessage(EventId = 9211, Level = LogLevel.Warning, Message = "Nothing stands for {Target}: name a URL for a function with --lambda; integrations with other services are not served")]
    private partial void LogUnserved(string target);
}
