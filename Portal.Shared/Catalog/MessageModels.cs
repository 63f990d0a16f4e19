namespace Portal.Shared.Catalog;

/// <summary>Which models the messages of a route of a WebSocket API have, on their way in or back. In an edit it is whole: what is not said goes.</summary>
public sealed record MessageModels
{
    /// <summary>Which part of a message says by which model it is made, as in $request.body.kind; null or empty where there is one for all.</summary>
    public string? Selection { get; init; }

    public IReadOnlyList<MessageModel> Models { get; init; } = [];
}

/// <summary>A model of messages.</summary>
public sealed record MessageModel
{
    /// <summary>What the selection finds in a message; $default is for all others.</summary>
    public required string Key { get; init; }

    /// <summary>The model's name; of $default null where the document describes it in place: that stays as it is.</summary>
    public required string? Model { get; init; }
}

/// <summary>Where API Gateway looks for the key of a caller.</summary>
public enum ApiKeySource
{
    /// <summary>In the header x-api-key.</summary>
    Header,

    /// <summary>In what the authorizer says: usageIdentifierKey.</summary>
    Authorizer,
}
