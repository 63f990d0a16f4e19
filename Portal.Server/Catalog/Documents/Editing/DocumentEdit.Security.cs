using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

internal abstract partial record DocumentEdit
{
    internal sealed record AddAuthorizer(string Name, Authorizer Authorizer) : DocumentEdit;

    /// <summary>A security scheme that API Gateway does not know becomes an authorizer by it.</summary>
    internal sealed record ChangeAuthorizer(string Name, Authorizer Authorizer) : DocumentEdit;

    internal sealed record RenameAuthorizer(string Name, string To) : DocumentEdit;

    internal sealed record RemoveAuthorizer(string Name) : DocumentEdit;

    /// <summary>Whether the routes demand an API key stays as it is.</summary>
    internal sealed record SetGuard(IReadOnlyList<RouteName> Routes, Guard Guard) : DocumentEdit;

    internal sealed record SetApiKeySource(ApiKeySource Source) : DocumentEdit;

    internal sealed record SetDefaultGuard(Guard Guard, bool ApiKeyRequired) : DocumentEdit;
}
