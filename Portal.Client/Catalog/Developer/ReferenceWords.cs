using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>The reference's words and addresses.</summary>
internal static class ReferenceWords
{
    public static string Title(this OperationLink operation) => operation.Summary is "" ? operation.Path : operation.Summary;

    /// <summary>A place on the page of all, or a page of its own.</summary>
    public static string AddressOf(this ReferenceOutline outline, OperationLink operation) =>
        outline.IsOnePage ? $"catalog/{outline.Entry.Slug}#{operation.Slug}" : $"catalog/{outline.Entry.Slug}/{operation.Slug}";

    public static string AddressOf(this ReferenceOutline outline, string schema) => $"catalog/{outline.Entry.Slug}/schemas/{Uri.EscapeDataString(schema)}";

    public static string Needs(this OperationView operation) => operation.Needs is [] ? "Open to everybody." : $"Asks for {string.Join(", or ", operation.Needs)}.";

    public static string Place(this ReferenceParameter parameter) => parameter.In switch
    {
        "path" => "in the path",
        "query" => "in the query",
        "header" => "header",
        "cookie" => "cookie",
        _ => parameter.In,
    };

    /// <summary>What a fold says before it is opened.</summary>
    public static string Inside(this SchemaView schema) => schema switch
    {
        { Properties: [_, ..] properties } => properties.Count is 1 ? "1 member" : $"{properties.Count} members",
        { Choices: [var choice, ..] } => $"{choice.Words} {choice.Schemas.Count}",
        { Items: { } items } => items.HasParts ? items.Inside() : "each item",
        _ => "more",
    };
}
