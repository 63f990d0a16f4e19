namespace Portal.Shared.Catalog;

/// <summary>What came of an import or of edits.</summary>
public sealed record RevisedApi
{
    public required ApiView Api { get; init; }

    /// <summary>False where the document is, letter for letter, the latest revision already: then nothing was changed.</summary>
    public required bool IsNew { get; init; }

    /// <summary>What is found in the new revision and was not in the one before: what the change has caused. Errors first.</summary>
    public IReadOnlyList<Finding> Caused { get; init; } = [];
}
