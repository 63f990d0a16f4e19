namespace Portal.Server.Catalog.Documents;

/// <summary>What answers a route. The first four are those which the editor offers; how they are written is <see cref="IntegrationJson"/>'s.</summary>
internal abstract record RouteIntegration
{
    private RouteIntegration()
    {
    }

    /// <summary>API Gateway answers itself, with a status of 100 to 599. The body is a mapping template: $context.requestId and the like are filled in.</summary>
    internal sealed record Mock(int Status, string ContentType, string Body) : RouteIntegration;

    /// <summary>API Gateway calls a backend with the parameters that the route declares, and answers with the statuses that the route declares.</summary>
    /// <param name="Method">The method of the call to the backend.</param>
    /// <param name="Url">Absolute, or with its base in a stage variable: https://${stageVariables.backend}/pets/{petId}.</param>
    internal sealed record Http(string Method, string Url) : RouteIntegration;

    /// <summary>API Gateway passes the call and the answer on as they are.</summary>
    internal sealed record HttpProxy(string Method, string Url) : RouteIntegration;

    /// <summary>API Gateway invokes a function with the whole call, with the role whose ARN is given, or without one if the function's own policy admits API Gateway.</summary>
    internal sealed record LambdaProxy(string FunctionArn, string? Role) : RouteIntegration;

    /// <summary>Anything else that API Gateway can do: shown, kept, not offered.</summary>
    internal sealed record Other(string Type, string? Method, string? Uri) : RouteIntegration;
}
