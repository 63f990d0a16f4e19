using Portal.Shared.Stages;

namespace Portal.Client.Stages;

/// <summary>A connection as a person types it: a query, a header a line, a message a line.</summary>
internal sealed class Talk
{
    private readonly Call _handshake = new();

    public string Query { get; set; } = "";

    public string Headers { get; set; } = "";

    public string Text { get; set; } = "";

    public TrySocket ToRequest(Guid stage)
    {
        (_handshake.Path, _handshake.Headers) = ($"/?{Query.Trim().TrimStart('?')}", Headers);
        var handshake = _handshake.ToRequest(stage);

        return new TrySocket { StageId = stage, Query = handshake.Query, Headers = handshake.Headers, Messages = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
    }
}
