using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>The bodies of a request or an answer by content type, with their models.</summary>
internal static class Bodies
{
    public static IEnumerable<BodyModel> Of(JsonNode? owner, OpenApiVersion version) =>
        owner.Member("content").Members.Select(media => new BodyModel { ContentType = media.Key, Model = Models.NameOf(version, media.Value.Node("schema")) });

    public static IEnumerable<AnswerModel> OfAnswers(Operation operation, SourceDocument document) => document.Version.IsSwagger
        ? SwaggerBodies.OfAnswers(document.Root, document.Version, operation.Json)
        : from response in operation.Json.Member("responses").Members
          from body in Of(References.Follow(document.Root, response.Value), document.Version)
          select new AnswerModel { Status = response.Key, ContentType = body.ContentType, Model = body.Model };
}
