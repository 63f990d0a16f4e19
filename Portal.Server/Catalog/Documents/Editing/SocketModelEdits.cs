using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Which models the messages of a route have. The usual one stands where the document has it already, else as the schema of the body.</summary>
internal static class SocketModelEdits
{
    public static void Write(Draft draft, JsonObject operation, SocketSide side, MessageModels wanted)
    {
        if (wanted.Models.Select(model => model.Model).OfType<string>().FirstOrDefault(name => Models.Of(draft.Root, draft.Version)?.ContainsKey(name) is not true) is { } missing)
        {
            throw new EditRefusedException($"There is no model '{missing}'.");
        }

        var named = wanted.Models.Where(model => model.Key is not SocketSide.Usual).ToDictionary(model => model.Key, model => model.Model!);
        var before = side.Read(draft.Root, draft.Version, operation).Models.FirstOrDefault(model => model.Key is SocketSide.Usual);
        var usual = wanted.Models.FirstOrDefault(model => model.Key is SocketSide.Usual);

        if (operation.Member(side.Models)?.ContainsKey(SocketSide.Usual) is true && usual is not null)
        {
            named[SocketSide.Usual] = usual.Model ?? before!.Model!;
        }
        else if (usual != before)
        {
            WriteBody(draft, operation, side, usual?.Model);
        }

        TextMaps.Write(operation, side.Models, named);
        operation.SetText(side.Selection, wanted.Selection);
    }

    /// <param name="draft">The document.</param>
    /// <param name="operation">The route.</param>
    /// <param name="side">The messages or what is sent back.</param>
    /// <param name="model">Null takes away what stands there.</param>
    private static void WriteBody(Draft draft, JsonObject operation, SocketSide side, string? model)
    {
        if (model is null)
        {
            var body = side.Body.Aggregate((JsonObject?)operation, (owner, name) => owner.Member(name));

            // An answer is described even where it has no model.
            if (side == SocketSide.Request)
            {
                operation.Remove(side.Body[0]);
            }
            else
            {
                body?.Remove("content");
            }

            return;
        }

        var owner = side.Body.Aggregate(operation, Draft.Child);

        if (owner.ContainsKey("$ref"))
        {
            throw new EditRefusedException("The body is written elsewhere in the document; edit the document's text.");
        }

        var content = Draft.Child(owner, "content");
        Draft.Child(content, SocketSide.JsonOf(owner)?.Key ?? SocketSide.Json)["schema"] = new JsonObject { ["$ref"] = Models.Reference(draft.Version, model) };
    }
}
