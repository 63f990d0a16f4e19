using System.Text.Json.Serialization;

namespace Portal.Shared.Catalog;

/// <summary>What can be done to a document without writing in its text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "edit")]
[JsonDerivedType(typeof(AddRoute), "addRoute")]
[JsonDerivedType(typeof(ChangeRoute), "changeRoute")]
[JsonDerivedType(typeof(RemoveRoute), "removeRoute")]
[JsonDerivedType(typeof(SetDefaultIntegration), "setDefaultIntegration")]
[JsonDerivedType(typeof(LeaveOut), "leaveOut")]
[JsonDerivedType(typeof(TakeBack), "takeBack")]
[JsonDerivedType(typeof(SettleSecurity), "settleSecurity")]
[JsonDerivedType(typeof(SetDocumentVersion), "setDocumentVersion")]
[JsonDerivedType(typeof(AddAuthorizer), "addAuthorizer")]
[JsonDerivedType(typeof(ChangeAuthorizer), "changeAuthorizer")]
[JsonDerivedType(typeof(RenameAuthorizer), "renameAuthorizer")]
[JsonDerivedType(typeof(RemoveAuthorizer), "removeAuthorizer")]
[JsonDerivedType(typeof(SetGuard), "setGuard")]
[JsonDerivedType(typeof(SetDefaultGuard), "setDefaultGuard")]
[JsonDerivedType(typeof(SetApiKeySource), "setApiKeySource")]
[JsonDerivedType(typeof(AddValidator), "addValidator")]
[JsonDerivedType(typeof(ChangeValidator), "changeValidator")]
[JsonDerivedType(typeof(RemoveValidator), "removeValidator")]
[JsonDerivedType(typeof(SetValidator), "setValidator")]
[JsonDerivedType(typeof(SetDefaultValidator), "setDefaultValidator")]
[JsonDerivedType(typeof(AddModel), "addModel")]
[JsonDerivedType(typeof(ChangeModel), "changeModel")]
[JsonDerivedType(typeof(RenameModel), "renameModel")]
[JsonDerivedType(typeof(RemoveModel), "removeModel")]
[JsonDerivedType(typeof(SetModels), "setModels")]
[JsonDerivedType(typeof(SetGatewayResponse), "setGatewayResponse")]
[JsonDerivedType(typeof(RemoveGatewayResponse), "removeGatewayResponse")]
[JsonDerivedType(typeof(AllowBrowsers), "allowBrowsers")]
[JsonDerivedType(typeof(ForbidBrowsers), "forbidBrowsers")]
[JsonDerivedType(typeof(SetIntegrationOptions), "setIntegrationOptions")]
[JsonDerivedType(typeof(SetPolicy), "setPolicy")]
[JsonDerivedType(typeof(SetHttpCors), "setHttpCors")]
[JsonDerivedType(typeof(AddSocketRoute), "addSocketRoute")]
[JsonDerivedType(typeof(ChangeSocketRoute), "changeSocketRoute")]
[JsonDerivedType(typeof(SetRouteSelection), "setRouteSelection")]
public abstract partial record RouteEdit
{
    private RouteEdit()
    {
    }

    public sealed record AddRoute : RouteEdit
    {
        /// <summary>GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD or ANY.</summary>
        public required string Method { get; init; }

        public required string Path { get; init; }

        public string? OperationId { get; init; }

        public string? Summary { get; init; }

        /// <summary>Those of the path may be left out: they are declared in any case.</summary>
        public IReadOnlyList<ParameterView> Parameters { get; init; } = [];

        public IntegrationView Integration { get; init; } = new IntegrationView.Default();

        public bool ApiKeyRequired { get; init; }

        /// <summary>Null leaves the path's preflight as it is.</summary>
        public CorsView? Cors { get; init; }
    }

    /// <summary>Changes what is given; null leaves a thing as it is.</summary>
    public sealed record ChangeRoute : RouteEdit
    {
        public required string Method { get; init; }

        public required string Path { get; init; }

        /// <summary>Empty takes it away.</summary>
        public string? OperationId { get; init; }

        /// <summary>Empty takes it away.</summary>
        public string? Summary { get; init; }

        /// <summary>The operation's own, whole: one that is missing goes.</summary>
        public IReadOnlyList<ParameterView>? Parameters { get; init; }

        public IntegrationView? Integration { get; init; }

        public bool? ApiKeyRequired { get; init; }

        /// <summary>Of the route's path, and so of all its methods.</summary>
        public CorsView? Cors { get; init; }
    }

    public sealed record RemoveRoute : RouteEdit
    {
        public required string Method { get; init; }

        public required string Path { get; init; }
    }

    public sealed record SetDefaultIntegration : RouteEdit
    {
        /// <summary>Null: none any more.</summary>
        public required DefaultIntegrationView? Integration { get; init; }
    }

    /// <summary>Keeps operations in the document and out of API Gateway.</summary>
    public sealed record LeaveOut : RouteEdit
    {
        /// <summary>As findings name them: "GET /pets".</summary>
        public required IReadOnlyList<string> Operations { get; init; }
    }

    /// <summary>Takes back that operations are left out.</summary>
    public sealed record TakeBack : RouteEdit
    {
        /// <summary>As findings name them: "GET /pets".</summary>
        public required IReadOnlyList<string> Operations { get; init; }
    }

    /// <summary>Says what stands at the gateway for a security scheme that API Gateway does not know.</summary>
    public sealed record SettleSecurity : RouteEdit
    {
        /// <summary>Its name in the document.</summary>
        public required string Scheme { get; init; }

        public required AtGateway AtGateway { get; init; }
    }

    /// <summary>Sets info.version.</summary>
    public sealed record SetDocumentVersion : RouteEdit
    {
        public required string Version { get; init; }
    }
}

/// <summary>What stands at the gateway for a security scheme that it does not know.</summary>
public enum AtGateway
{
    /// <summary>Nothing is said: such methods are found to be open, and not deployed.</summary>
    Unsaid,

    /// <summary>Calls are let through, the backend checks.</summary>
    Open,

    /// <summary>An API key is demanded.</summary>
    ApiKey,
}
