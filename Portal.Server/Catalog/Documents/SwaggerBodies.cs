using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>The bodies of OpenAPI 2.0: a request's is a parameter and an answer's a schema, each one for all content types that the operation, or else the document, consumes or produces.</summary>
internal static class SwaggerBodies
{
    public const string Consumes = "consumes";
    public const string Produces = "produces";

    public static IReadOnlyList<string> Types(JsonObject root, JsonObject operation, string member) =>
        [.. ((operation[member] ?? root[member]) as JsonArray ?? []).Select(type => type.AsText).OfType<string>().DefaultIfEmpty("application/json").Distinct()];

    public static IEnumerable<BodyModel> OfRequest(JsonObject root, OpenApiVersion version, JsonObject operation) =>
        from parameter in operation.Items("parameters").Select(parameter => References.Follow(root, parameter)).Where(IsBody).Take(1)
        let model = Models.NameOf(version, parameter.Node("schema"))
        from type in Types(root, operation, Consumes)
        select new BodyModel { ContentType = type, Model = model };

    public static IEnumerable<AnswerModel> OfAnswers(JsonObject root, OpenApiVersion version, JsonObject operation) =>
        from response in operation.Member("responses").Members
        let schema = References.Follow(root, response.Value).Node("schema")
        where schema is not null
        from type in Types(root, operation, Produces)
        select new AnswerModel { Status = response.Key, ContentType = type, Model = Models.NameOf(version, schema) };

    public static bool IsBody(JsonNode? parameter) => parameter.Text("in") is "body";
}
