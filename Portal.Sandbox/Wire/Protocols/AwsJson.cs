using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>AWS JSON 1.0 and 1.1: POST /, the operation in <c>X-Amz-Target: Service.Operation</c>, everything else in a JSON body.</summary>
internal sealed class AwsJson : Protocol
{
    public const string Target = "X-Amz-Target";

    private readonly string _contentType;
    private readonly bool _wasQuery;

    private AwsJson(string contentType, bool wasQuery) => (_contentType, _wasQuery) = (contentType, wasQuery);

    private static AwsJson Old { get; } = new("application/x-amz-json-1.0", wasQuery: false);

    private static AwsJson New { get; } = new("application/x-amz-json-1.1", wasQuery: false);

    /// <summary>CloudWatch alone spoke the query protocol before, and tells its errors' names of then.</summary>
    private static AwsJson Watch { get; } = new("application/x-amz-json-1.0", wasQuery: true);

    public static AwsJson By(HttpRequest request, string service) =>
        service is "monitoring" ? Watch : request.ContentType is { } type && type.StartsWith(Old._contentType, StringComparison.OrdinalIgnoreCase) ? Old : New;

    public override string? Operation(HttpRequest request, byte[] content) => request.Headers[Target].ToString().Split('.')[^1];

    public override ReadOnlyMemory<byte> Input(byte[] content) => content;

    public override Answer Done(string operation, Action<ShapeWriter> write) => new(200, JsonShape.Written(write), _contentType);

    public override Answer Refused(AwsError error)
    {
        JsonObject body = new() { ["__type"] = error.Type, ["message"] = error.Message };
        foreach (var (name, value) in error.Members)
        {
            body[name] = value;
        }

        return new(error.Status, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.JsonObject), _contentType) { ErrorType = error.Type, Headers = _wasQuery ? error.QueryHeaders : [] };
    }
}
