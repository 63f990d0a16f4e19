using System.Diagnostics;

namespace Portal.Client.Catalog.Admin;

/// <summary>What can answer a route, as the editor offers it.</summary>
public enum IntegrationKind
{
    Default,
    Mock,
    HttpProxy,
    Http,
    Lambda,

    /// <summary>Something that the editor cannot write: kept as the document has it.</summary>
    Kept,
}

internal static class IntegrationKindWords
{
    public static string Word(this IntegrationKind kind) => kind switch
    {
        IntegrationKind.Default => "The API's default",
        IntegrationKind.Mock => "Mock",
        IntegrationKind.HttpProxy => "HTTP proxy",
        IntegrationKind.Http => "HTTP, mapped",
        IntegrationKind.Lambda => "Lambda function",
        IntegrationKind.Kept => "As the document has it",
        _ => throw new UnreachableException(),
    };

    public static string Help(this IntegrationKind kind) => kind switch
    {
        IntegrationKind.Default => "Whatever the API's default integration says.",
        IntegrationKind.Mock => "API Gateway answers itself, with a fixed status and body. No backend is needed.",
        IntegrationKind.HttpProxy => "The call goes to a backend as it is, and its answer comes back as it is.",
        IntegrationKind.Http => "The backend gets the declared parameters only, and answers with the declared statuses.",
        IntegrationKind.Lambda => "A function gets the whole call and gives the whole answer.",
        IntegrationKind.Kept => "An integration that is not edited here. It stays as it is.",
        _ => throw new UnreachableException(),
    };
}
