using System.Text.Json.Serialization;
using FluentValidation;
using Portal.Shared.Stages;

namespace Portal.Shared.Keys;

/// <summary>Opens a connection to a stage of a WebSocket API with one of one's own keys, sends messages, and tells what comes back. The key is read from API Gateway for this alone; it is in no answer.</summary>
[Demands(Policies.OwnApps)]
[Limited(30)]
public sealed record TalkByApiKey : IRequest<SocketTalk>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>One that the key's plan opens.</summary>
    public required Guid StageId { get; init; }

    /// <summary>Of the handshake.</summary>
    public IReadOnlyList<NamedValue> Query { get; init; } = [];

    /// <summary>Of the handshake: all but x-api-key, which the portal sets.</summary>
    public IReadOnlyList<NamedValue> Headers { get; init; } = [];

    /// <summary>Sent one after the other once the connection is open; at most 20, of 128 KB each.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Seconds of silence after which it is closed: 1 to 20.</summary>
    public int Silence { get; init; } = 3;

    Concern IConcerns.Concern => new(ConcernKind.OwnApiKey, Id);

    /// <summary>The same without a key.</summary>
    public TrySocket ToTalk() => new() { StageId = StageId, Query = Query, Headers = Headers, Messages = Messages, Silence = Silence };

    /// <summary>Without what is sent, which may hold secrets of the backend.</summary>
    public override string ToString() => $"{nameof(TalkByApiKey)} {{ {Messages.Count} messages }}";
}

public sealed class TalkByApiKeyValidator : AbstractValidator<TalkByApiKey>
{
    public TalkByApiKeyValidator()
    {
        RuleFor(request => request).Custom((request, context) => new TrySocketValidator().Validate(request.ToTalk()).Errors.ForEach(context.AddFailure));
        RuleForEach(request => request.Headers).IsNotTheKeys();
    }
}
