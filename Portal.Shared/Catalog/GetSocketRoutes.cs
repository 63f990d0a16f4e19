namespace Portal.Shared.Catalog;

/// <summary>Shows the routes of a revision of a WebSocket API.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetSocketRoutes(Guid ApiId, int? Number) : IRequest<SocketRoutesView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed record SocketRoutesView
{
    public required int Revision { get; init; }

    /// <summary>Which part of a message names its route; null where the document does not say, which comes to $request.body.action.</summary>
    public required string? Selection { get; init; }

    /// <summary>The authorizers that may guard $connect, by name.</summary>
    public required IReadOnlyList<string> Authorizers { get; init; }

    /// <summary>Where the key of who connects is looked for.</summary>
    public required ApiKeySource ApiKeySource { get; init; }

    /// <summary>The models that messages may have, by name.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<SocketRouteView> Routes { get; init; }

    /// <summary>Operations of the document that are no routes of a WebSocket API: "GET /pets".</summary>
    public required IReadOnlyList<string> Others { get; init; }
}

/// <summary>A route of a WebSocket API.</summary>
public sealed record SocketRouteView
{
    /// <summary>$connect, $disconnect, $default, or what messages say.</summary>
    public required string Key { get; init; }

    public required string? OperationId { get; init; }

    /// <summary>Who may open a connection; of other routes, everybody who has one.</summary>
    public required Guard Guard { get; init; }

    /// <summary>Whether who connects must bring an API key besides.</summary>
    public required bool ApiKeyRequired { get; init; }

    /// <summary>What who connects sends; messages have no parameters.</summary>
    public required IReadOnlyList<ParameterView> Parameters { get; init; }

    /// <summary>What messages are held against.</summary>
    public required MessageModels Messages { get; init; }

    /// <summary>Whether what the integration answers is sent back to whoever sent the message.</summary>
    public required bool Answers { get; init; }

    /// <summary>What is sent back looks like this; API Gateway holds nothing against it.</summary>
    public required MessageModels Replies { get; init; }

    /// <summary>Null where there is none, or one that is not edited here.</summary>
    public required SocketIntegrationView? Integration { get; init; }

    /// <summary>The type of an integration that is not edited here, as the document has it.</summary>
    public required string? OtherIntegration { get; init; }

    /// <summary>Kept in the document and not sent to API Gateway.</summary>
    public required bool IsLeftOut { get; init; }

    /// <summary>From 1; null where the place has no line of its own.</summary>
    public required int? Line { get; init; }
}
