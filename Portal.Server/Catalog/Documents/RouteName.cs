namespace Portal.Server.Catalog.Documents;

/// <summary>What names an operation: its method in capitals (ANY for API Gateway's catch-all) and its path, "GET /pets/{petId}".</summary>
internal readonly record struct RouteName(string Method, string Path)
{
    /// <summary>The path item's member that holds the operation.</summary>
    public string Member => Method is "ANY" ? DocumentShape.AnyMethod : Method.ToLowerInvariant();

    public string Pointer => JsonPointer.Of("paths", Path, Member);

    public static RouteName Of(string member, string path) => new(member is DocumentShape.AnyMethod ? "ANY" : member.ToUpperInvariant(), path);

    /// <summary>Reads "GET /pets", as findings name operations; null if it is no such text.</summary>
    public static RouteName? Parse(string text) => text.Split(' ', 2) is [var method, ['/', ..] path] && method.Length > 0 ? new(method, path) : null;

    public override string ToString() => $"{Method} {Path}";
}
