namespace Portal.Sandbox.Wire.Protocols;

/// <summary>
/// How a call is said over HTTP and how it is answered. Handlers read JSON and write shapes; what travelled may have been JSON, CBOR, or a form and XML,
/// because one service is spoken to in several ways by SDKs of different age.
/// </summary>
internal abstract class Protocol
{
    public static Protocol Of(HttpRequest request, string service) => request switch
    {
        _ when request.Headers.ContainsKey(AwsJson.Target) => AwsJson.By(request, service),
        _ when request.Headers[RpcCbor.Mark] == RpcCbor.Name => RpcCbor.Instance,
        { HasFormContentType: true } => AwsQuery.Of(service),
        _ => RestJson.Instance,
    };

    /// <summary>The operation that the call names; null where its verb and path do.</summary>
    public abstract string? Operation(HttpRequest request, byte[] content);

    /// <summary>The input as JSON, in which times are seconds or ISO 8601 and numbers may be texts.</summary>
    public abstract ReadOnlyMemory<byte> Input(byte[] content);

    public abstract Answer Done(string operation, Action<ShapeWriter> write);

    public abstract Answer Refused(AwsError error);
}
