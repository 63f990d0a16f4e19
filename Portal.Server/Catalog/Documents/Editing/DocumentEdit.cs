namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What a person can do to a document without writing in its text.</summary>
internal abstract partial record DocumentEdit
{
    private DocumentEdit()
    {
    }

    internal sealed record AddRoute(RouteName Route) : DocumentEdit
    {
        public string? OperationId { get; init; }

        public string? Summary { get; init; }

        /// <summary>Those of the path may be left out: they are declared in any case.</summary>
        public IReadOnlyList<RouteParameter> Parameters { get; init; } = [];

        /// <summary>Null leaves the answer to the default integration.</summary>
        public RouteIntegration? Integration { get; init; }

        public bool ApiKeyRequired { get; init; }

        /// <summary>Null leaves the path's preflight as it is.</summary>
        public CorsPreflight? Cors { get; init; }
    }

    /// <summary>Changes what is given and leaves the rest, above all what the editor does not know.</summary>
    internal sealed record ChangeRoute(RouteName Route) : DocumentEdit
    {
        public Given<string?>? OperationId { get; init; }

        public Given<string?>? Summary { get; init; }

        /// <summary>The operation's own parameters of path, query and header, whole: one that is missing goes. Those of the path item stay, and those of the path's variables too.</summary>
        public IReadOnlyList<RouteParameter>? Parameters { get; init; }

        /// <summary>Given null: the default integration answers.</summary>
        public Given<RouteIntegration?>? Integration { get; init; }

        public bool? ApiKeyRequired { get; init; }

        /// <summary>The preflight of the route's path, and so of all its methods. Given null: none.</summary>
        public Given<CorsPreflight?>? Cors { get; init; }
    }

    /// <summary>Removes an operation, and its path when nothing is left there but a preflight and parameters.</summary>
    internal sealed record RemoveRoute(RouteName Route) : DocumentEdit;

    /// <summary>Null: the document has none any more.</summary>
    internal sealed record SetDefaultIntegration(DefaultIntegration? Integration) : DocumentEdit;

    /// <summary>Keeps operations in the document and out of API Gateway.</summary>
    internal sealed record LeaveOut(IReadOnlyList<RouteName> Routes) : DocumentEdit;

    internal sealed record TakeBack(IReadOnlyList<RouteName> Routes) : DocumentEdit;

    /// <summary>Says what stands at the gateway for a security scheme that API Gateway does not know: one of the words of <see cref="ProjectionSchemes.AtGateway"/>, or null for nothing.</summary>
    internal sealed record SettleSecurity(string Scheme, string? AtGateway) : DocumentEdit;

    internal sealed record SetTitle(string Title) : DocumentEdit;

    internal sealed record SetVersion(string Version) : DocumentEdit;
}

/// <summary>A value that is given, in a place where "nothing" is a value too and "not given" is null.</summary>
internal readonly record struct Given<T>(T Value);
