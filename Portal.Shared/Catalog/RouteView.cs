namespace Portal.Shared.Catalog;

/// <summary>One operation of a document, as the route editor shows it.</summary>
public sealed record RouteView
{
    /// <summary>In capitals; ANY is API Gateway's catch-all.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string? OperationId { get; init; }

    public required string? Summary { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required bool Deprecated { get; init; }

    public required IReadOnlyList<ParameterView> Parameters { get; init; }

    public required bool ApiKeyRequired { get; init; }

    /// <summary>The security schemes that count for the operation.</summary>
    public required IReadOnlyList<string> Security { get; init; }

    /// <summary>Who may call it.</summary>
    public required Guard Guard { get; init; }

    /// <summary>Whether that, and whether a key is demanded, is what the whole document demands.</summary>
    public required bool FollowsDefault { get; init; }

    public required IntegrationView Integration { get; init; }

    /// <summary>What else is said of the integration; null where the route has none of its own.</summary>
    public required IntegrationOptionsView? Options { get; init; }

    /// <summary>Kept in the document and not sent to API Gateway.</summary>
    public required bool IsLeftOut { get; init; }

    /// <summary>The operation is its path's answer to a browser's CORS preflight.</summary>
    public required bool IsPreflight { get; init; }

    /// <summary>How the route's path answers a CORS preflight; null where it does not.</summary>
    public required CorsView? Cors { get; init; }

    /// <summary>From 1; null where the place has no line of its own.</summary>
    public required int? Line { get; init; }
}

/// <summary>A parameter of a route. It is named by its name and where it stands.</summary>
public sealed record ParameterView
{
    public required string Name { get; init; }

    /// <summary>path, query or header; shown and kept: cookie, and in OpenAPI 2.0 body and formData.</summary>
    public required string In { get; init; }

    public bool Required { get; init; }

    /// <summary>string, integer, number, boolean or array; null where the document does not say.</summary>
    public string? Type { get; init; }

    /// <summary>Declared once for all methods of the path: shown with each of them, changed with none.</summary>
    public bool IsOfPath { get; init; }
}

/// <summary>How a path answers a browser's CORS preflight: by API Gateway itself.</summary>
public sealed record CorsView
{
    /// <summary>False in an edit takes the preflight away.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>* for all, one origin, or several: then each answer names the caller's, if it is one of them.</summary>
    public IReadOnlyList<string> AllowOrigins { get; init; } = ["*"];

    /// <summary>Empty stands for: the methods that the path has.</summary>
    public IReadOnlyList<string> AllowMethods { get; init; } = [];

    public IReadOnlyList<string> AllowHeaders { get; init; } = ["Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key", "X-Amz-Security-Token"];

    /// <summary>For how many seconds a browser may remember the answer: 0 to 86,400; null leaves it to the browser.</summary>
    public int? MaxAge { get; init; } = 600;

    /// <summary>Whether browsers may send cookies and passwords; not with * as origin.</summary>
    public bool AllowCredentials { get; init; }
}
