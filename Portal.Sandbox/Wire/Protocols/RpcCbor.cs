using System.Formats.Cbor;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>Smithy RPC v2 CBOR: <c>POST /service/{service}/operation/{operation}</c> with a map in CBOR, and one back.</summary>
internal sealed class RpcCbor : Protocol
{
    public const string Mark = "smithy-protocol";
    public const string Name = "rpc-v2-cbor";

    private const string ContentType = "application/cbor";

    private static readonly (string, string)[] Marked = [(Mark, Name)];

    public static RpcCbor Instance { get; } = new();

    public override string? Operation(HttpRequest request, byte[] content) =>
        RawPath.Segments(request.Path.Value ?? "") is ["service", _, "operation", var operation] ? operation : "";

    public override ReadOnlyMemory<byte> Input(byte[] content)
    {
        try
        {
            return CborInput.ToJson(content);
        }
        catch (Exception exception) when (exception is CborContentException or InvalidOperationException or OverflowException)
        {
            throw AwsError.Serialization("The body is not well-formed CBOR");
        }
    }

    public override Answer Done(string operation, Action<ShapeWriter> write) => new(200, CborShape.Written(write), ContentType) { Headers = Marked };

    public override Answer Refused(AwsError error) => new(error.Status, CborShape.Written(writer =>
    {
        writer.Member("__type", error.Type);
        writer.Member("message", error.Message);
    }), ContentType)
    {
        Headers = [.. Marked, .. error.QueryHeaders],
    };
}
