using Portal.Sandbox.Access;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.Wire;

/// <summary>One call of an operation, with everything that its handler may know.</summary>
internal sealed class Call
{
    public required CallScope Scope { get; init; }

    public required Caller Caller { get; init; }

    public required Region Region { get; init; }

    public required IReadOnlyDictionary<string, string> Path { get; init; }

    public required IQueryCollection Query { get; init; }

    /// <summary>The header of this name: in what form the caller wants the answer.</summary>
    public string Accept { get; init; } = "";

    public required ReadOnlyMemory<byte> Content { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required string Operation { get; init; }

    public required Protocol Protocol { get; init; }

    /// <summary>The name of the operation's input in AWS's validation texts, such as <c>putMethodInput</c>.</summary>
    public required string Input { get; init; }

    public RequestBody Body => field ??= RequestBody.Parse(Content, Input);

    /// <summary>Success, said as the call was said.</summary>
    public Answer Done(Action<ShapeWriter> write) => Protocol.Done(Operation, write);

    /// <summary>A part of the path by its name in the template.</summary>
    public string this[string name] => Path[name];
}
