namespace Portal.Shared.Catalog;

public abstract partial record RouteEdit
{
    public sealed record AddAuthorizer : RouteEdit
    {
        /// <summary>1 to 128 letters, digits and . _ -.</summary>
        public required string Name { get; init; }

        public required Authorizer Authorizer { get; init; }
    }

    /// <summary>Of an authorizer, or of a security scheme that API Gateway does not know, which becomes one by it. What the portal does not know of it stays.</summary>
    public sealed record ChangeAuthorizer : RouteEdit
    {
        public required string Name { get; init; }

        public required Authorizer Authorizer { get; init; }
    }

    /// <summary>What it guards follows. API Gateway makes a new one of it.</summary>
    public sealed record RenameAuthorizer : RouteEdit
    {
        public required string Name { get; init; }

        /// <summary>As for a new one.</summary>
        public required string To { get; init; }
    }

    /// <summary>Only one that guards nothing any more.</summary>
    public sealed record RemoveAuthorizer : RouteEdit
    {
        public required string Name { get; init; }
    }

    /// <summary>Says who may call routes. Whether they demand an API key stays as it is.</summary>
    public sealed record SetGuard : RouteEdit
    {
        /// <summary>As findings name them: "GET /pets".</summary>
        public required IReadOnlyList<string> Operations { get; init; }

        public required Guard Guard { get; init; }
    }

    /// <summary>Says where API Gateway looks for the key of a caller, for all routes that demand one.</summary>
    public sealed record SetApiKeySource : RouteEdit
    {
        public required ApiKeySource Source { get; init; }
    }

    /// <summary>Says what is demanded where a route demands nothing of its own. Preflights stay open.</summary>
    public sealed record SetDefaultGuard : RouteEdit
    {
        public required Guard Guard { get; init; }

        public required bool ApiKeyRequired { get; init; }
    }
}
