namespace Portal.Shared.Catalog;

public abstract partial record RouteEdit
{
    public sealed record AddValidator : RouteEdit
    {
        /// <summary>1 to 128 characters in one line; it never changes.</summary>
        public required string Name { get; init; }

        public required bool Body { get; init; }

        public required bool Parameters { get; init; }
    }

    public sealed record ChangeValidator : RouteEdit
    {
        public required string Name { get; init; }

        public required bool Body { get; init; }

        public required bool Parameters { get; init; }
    }

    /// <summary>Only one that nothing names any more.</summary>
    public sealed record RemoveValidator : RouteEdit
    {
        public required string Name { get; init; }
    }

    /// <summary>Says what is checked of calls of routes.</summary>
    public sealed record SetValidator : RouteEdit
    {
        /// <summary>As findings name them: "GET /pets".</summary>
        public required IReadOnlyList<string> Operations { get; init; }

        /// <summary>Null: as the document's default.</summary>
        public required string? Validator { get; init; }
    }

    /// <summary>Says what is checked where a route says nothing of its own.</summary>
    public sealed record SetDefaultValidator : RouteEdit
    {
        /// <summary>Null: nothing.</summary>
        public required string? Validator { get; init; }
    }

    public sealed record AddModel : RouteEdit
    {
        /// <summary>1 to 128 letters and digits.</summary>
        public required string Name { get; init; }

        /// <summary>A JSON schema as text.</summary>
        public required string Schema { get; init; }

        /// <summary>Of a WebSocket API; null is application/json. All others have JSON.</summary>
        public string? ContentType { get; init; }

        /// <summary>Of a WebSocket API, up to 1,024 characters; null is that of the schema. All others have it in the schema.</summary>
        public string? Description { get; init; }
    }

    public sealed record ChangeModel : RouteEdit
    {
        public required string Name { get; init; }

        /// <summary>As for a new one; what it says alike stays as it is written.</summary>
        public required string Schema { get; init; }

        /// <summary>As for a new one; null leaves it.</summary>
        public string? ContentType { get; init; }

        /// <summary>As for a new one; null leaves it, empty takes it away.</summary>
        public string? Description { get; init; }
    }

    /// <summary>What refers to it follows. API Gateway makes a new one of it.</summary>
    public sealed record RenameModel : RouteEdit
    {
        public required string Name { get; init; }

        /// <summary>As for a new one.</summary>
        public required string To { get; init; }
    }

    /// <summary>Only one that nothing refers to any more.</summary>
    public sealed record RemoveModel : RouteEdit
    {
        public required string Name { get; init; }
    }

    /// <summary>Says which models the bodies of a route have. A body whose model is null stays as it is; one that is missing goes.</summary>
    public sealed record SetModels : RouteEdit
    {
        public required string Method { get; init; }

        public required string Path { get; init; }

        /// <summary>Null leaves the request's body as it is.</summary>
        public IReadOnlyList<BodyModel>? Request { get; init; }

        /// <summary>Null leaves the answers as they are.</summary>
        public IReadOnlyList<AnswerModel>? Answers { get; init; }
    }
}
