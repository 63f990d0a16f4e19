using System.Diagnostics;

namespace Portal.Sandbox.Wire.Protocols;

/// <summary>Verb and path say what is wanted, the body is JSON: API Gateway. Its operations write their answers themselves.</summary>
internal sealed class RestJson : Protocol
{
    public static RestJson Instance { get; } = new();

    public override string? Operation(HttpRequest request, byte[] content) => null;

    public override ReadOnlyMemory<byte> Input(byte[] content) => content;

    public override Answer Done(string operation, Action<ShapeWriter> write) => throw new UnreachableException();

    public override Answer Refused(AwsError error) => Answer.Of(error);
}
