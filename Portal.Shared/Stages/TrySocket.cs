using System.Text;
using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Opens a connection to a deployed stage of a WebSocket API, as anybody could, sends messages, and tells what comes back until nothing comes for a while. Then it is closed.</summary>
[Demands(Policies.ApplyChanges)]
[Limited(60)]
public sealed record TrySocket : IRequest<SocketTalk>, IConcerns
{
    [JsonIgnore]
    public Guid StageId { get; init; }

    /// <summary>Of the handshake.</summary>
    public IReadOnlyList<NamedValue> Query { get; init; } = [];

    /// <summary>Of the handshake.</summary>
    public IReadOnlyList<NamedValue> Headers { get; init; } = [];

    /// <summary>Sent one after the other once the connection is open; at most 20, of 128 KB each.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Seconds of silence after which it is closed: 1 to 20.</summary>
    public int Silence { get; init; } = 3;

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);

    /// <summary>Without what is sent, which may hold secrets of the backend.</summary>
    public override string ToString() => $"{nameof(TrySocket)} {{ {Messages.Count} messages }}";
}

public sealed class TrySocketValidator : AbstractValidator<TrySocket>
{
    private const int LargestMessage = 128 * 1024;

    public TrySocketValidator()
    {
        RuleFor(request => request).Custom((request, context) => new TryStageValidator().Validate(new TryStage { Method = "GET", Path = "/", Query = request.Query, Headers = request.Headers }).Errors.ForEach(context.AddFailure));
        RuleForEach(request => request.Headers).Must(header => header?.Name is not { } name || !name.StartsWith("Sec-WebSocket-", StringComparison.OrdinalIgnoreCase)).WithMessage("This header is the connection's own: it cannot be set.");
        RuleFor(request => request.Messages).NotNull().Must(messages => messages is null || messages.Count <= 20).WithMessage("At most 20 messages.");
        RuleForEach(request => request.Messages).Must(message => message is { Length: > 0 } && Encoding.UTF8.GetByteCount(message) <= LargestMessage).WithMessage("A message has something in it, and at most 128 KB.");
        RuleFor(request => request.Silence).InclusiveBetween(1, 20).WithMessage("Between 1 and 20 seconds.");
    }
}

/// <summary>What became of a connection.</summary>
public sealed record SocketTalk
{
    /// <summary>The status of the handshake: 101 where the connection was opened, else that of the refusal.</summary>
    public required int Status { get; init; }

    /// <summary>Milliseconds until it was open, or refused.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>What came back, in its order; at most 100 messages.</summary>
    public required IReadOnlyList<SocketMessage> Received { get; init; }

    /// <summary>Why the other side closed it, with its status; null where the portal did.</summary>
    public required string? Closed { get; init; }

    /// <summary>The whole address that was called, but its query.</summary>
    public required string Url { get; init; }

    /// <summary>Without what was answered, which belongs in no log.</summary>
    public override string ToString() => $"{nameof(SocketTalk)} {{ {Status}, {Received.Count} messages }}";
}

/// <param name="Text">As text; in base 64 where it is binary.</param>
/// <param name="IsBase64">Whether it is binary.</param>
/// <param name="Milliseconds">Since the connection was open.</param>
public sealed record SocketMessage(string Text, bool IsBase64, double Milliseconds)
{
    public override string ToString() => nameof(SocketMessage);
}
