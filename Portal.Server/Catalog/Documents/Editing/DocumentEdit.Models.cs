using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

internal abstract partial record DocumentEdit
{
    internal sealed record AddValidator(string Name, bool Body, bool Parameters) : DocumentEdit;

    internal sealed record ChangeValidator(string Name, bool Body, bool Parameters) : DocumentEdit;

    internal sealed record RemoveValidator(string Name) : DocumentEdit;

    /// <summary>Null: as the document's default.</summary>
    internal sealed record SetValidator(IReadOnlyList<RouteName> Routes, string? Validator) : DocumentEdit;

    /// <summary>Null: nothing is checked.</summary>
    internal sealed record SetDefaultValidator(string? Validator) : DocumentEdit;

    internal sealed record AddModel(string Name, string Schema, string? ContentType = null, string? Description = null) : DocumentEdit;

    /// <summary>Null leaves what stands beside the schema.</summary>
    internal sealed record ChangeModel(string Name, string Schema, string? ContentType = null, string? Description = null) : DocumentEdit;

    internal sealed record RenameModel(string Name, string To) : DocumentEdit;

    internal sealed record RemoveModel(string Name) : DocumentEdit;

    /// <summary>Null leaves a side as it is; a body without a model stays, one that is missing goes.</summary>
    internal sealed record SetModels(RouteName Route, IReadOnlyList<BodyModel>? Request, IReadOnlyList<AnswerModel>? Answers) : DocumentEdit;

    internal sealed record SetGatewayResponse(string Type, string? Status, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Templates) : DocumentEdit;

    internal sealed record RemoveGatewayResponse(string Type) : DocumentEdit;
}
