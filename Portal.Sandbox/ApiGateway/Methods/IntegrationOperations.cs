using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>What methods call, and how its answers are mapped.</summary>
internal static class IntegrationOperations
{
    private const string Template = "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "PutIntegration", "PUT", Template, Put),
        new(Gateway.Service, "GetIntegration", "GET", Template, call => Answer.Ok(Of(MethodAt.Of(call)), WireJson.Default.Integration)),
        new(Gateway.Service, "UpdateIntegration", "PATCH", Template, Update),
        new(Gateway.Service, "DeleteIntegration", "DELETE", Template, Delete),
        new(Gateway.Service, "PutIntegrationResponse", "PUT", $"{Template}/responses/{{status_code}}", PutResponse),
        new(Gateway.Service, "GetIntegrationResponse", "GET", $"{Template}/responses/{{status_code}}", call => Answer.Ok(Response(Of(MethodAt.Of(call)), call), WireJson.Default.IntegrationResponse)),
        new(Gateway.Service, "UpdateIntegrationResponse", "PATCH", $"{Template}/responses/{{status_code}}", UpdateResponse),
        new(Gateway.Service, "DeleteIntegrationResponse", "DELETE", $"{Template}/responses/{{status_code}}", DeleteResponse),
    ];

    private static Answer Put(Call call)
    {
        var at = MethodAt.Of(call);
        var body = call.Body;
        var type = body.OneOf("type", "HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS");
        var connection = body.OneOf("connectionType", "INTERNET, VPC_LINK");
        var handling = body.OneOf("contentHandling", "CONVERT_TO_BINARY, CONVERT_TO_TEXT");
        body.Checked();
        if (type is null)
        {
            throw AwsError.Validation(["Value null at 'putIntegrationInput.type' failed to satisfy constraint: Member must not be null"]);
        }

        var integration = new Integration
        {
            Type = type,
            HttpMethod = Words.PooledOrNull(body.Text("httpMethod")),
            Uri = body.Text("uri"),
            ConnectionType = connection ?? (type.StartsWith("HTTP", StringComparison.Ordinal) ? "INTERNET" : null),
            ConnectionId = body.Text("connectionId"),
            Credentials = body.Text("credentials"),
            RequestParameters = body.Texts("requestParameters"),
            RequestTemplates = body.Texts("requestTemplates"),
            PassthroughBehavior = IntegrationRules.Passthrough(body.Text("passthroughBehavior")),
            ContentHandling = handling,
            TimeoutInMillis = body.Whole("timeoutInMillis") ?? IntegrationRules.LongestTimeout,
            CacheNamespace = body.Text("cacheNamespace") ?? at.Resource.Id,
            CacheKeyParameters = body.List("cacheKeyParameters") ?? [],
            TlsConfig = body.Object("tlsConfig") is { } tls ? new(tls.Flag("insecureSkipVerification") ?? false) : null,
            ResponseTransferMode = IntegrationRules.TransferMode(body.Text("responseTransferMode")),
            IntegrationTarget = body.Text("integrationTarget"),
        };
        IntegrationRules.Check(at.Method, integration);
        call.Region.Put((at with { Method = at.Method with { MethodIntegration = integration } }).Stored());
        return Answer.Created(integration, WireJson.Default.Integration);
    }

    private static Answer Update(Call call)
    {
        var at = MethodAt.Of(call);
        var integration = PatchOperation.Of(call).Aggregate(Of(at), IntegrationPatch.Apply);
        IntegrationRules.Check(at.Method, integration);
        Store(call, at, integration);
        return Answer.Ok(integration, WireJson.Default.Integration);
    }

    private static Answer Delete(Call call)
    {
        var at = MethodAt.Of(call);
        Of(at);
        call.Region.Put((at with { Method = at.Method with { MethodIntegration = null } }).Stored());
        return Answer.NoContent;
    }

    private static Answer PutResponse(Call call)
    {
        var at = MethodAt.Of(call);
        var status = MethodRules.Status(call["status_code"]);
        var response = new IntegrationResponse
        {
            StatusCode = status,
            SelectionPattern = call.Body.Text("selectionPattern"),
            ResponseParameters = call.Body.Texts("responseParameters"),
            ResponseTemplates = call.Body.Texts("responseTemplates"),
            ContentHandling = call.Body.Text("contentHandling"),
        };
        var integration = Of(at);
        IntegrationRules.CheckResponse(at.Method, response);
        Store(call, at, integration with { IntegrationResponses = (integration.IntegrationResponses ?? Map<IntegrationResponse>.Empty).With(status, response) });
        return Answer.Created(response, WireJson.Default.IntegrationResponse);
    }

    private static Answer UpdateResponse(Call call)
    {
        var patches = PatchOperation.Of(call, MethodRules.StatusFault(call["status_code"]) is { } fault ? [fault] : []);
        var at = MethodAt.Of(call);
        var integration = Of(at);
        var response = patches.Aggregate(Response(integration, call), IntegrationPatch.Apply);
        IntegrationRules.CheckResponse(at.Method, response);
        Store(call, at, integration with { IntegrationResponses = integration.IntegrationResponses!.With(response.StatusCode, response) });
        return Answer.Ok(response, WireJson.Default.IntegrationResponse);
    }

    private static Answer DeleteResponse(Call call)
    {
        var at = MethodAt.Of(call);
        var integration = Of(at);
        Store(call, at, integration with { IntegrationResponses = integration.IntegrationResponses!.Without(Response(integration, call).StatusCode).OrNull() });
        return Answer.NoContent;
    }

    private static void Store(Call call, MethodAt at, Integration integration) =>
        call.Region.Put((at with { Method = at.Method with { MethodIntegration = integration } }).Stored());

    private static Integration Of(MethodAt at) => at.Method.MethodIntegration ?? throw AwsError.NotFound("Invalid Integration identifier specified");

    private static IntegrationResponse Response(Integration integration, Call call) =>
        integration.IntegrationResponses.Find(call["status_code"]) ?? throw AwsError.NotFound("Invalid Response status code specified");
}
