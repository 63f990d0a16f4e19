using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Named schemas of a tree.</summary>
internal static class ModelEdits
{
    public static void Add(Draft draft, DocumentEdit.AddModel edit)
    {
        var models = draft.Declarations("definitions", "schemas");

        if (models.ContainsKey(edit.Name))
        {
            throw new EditRefusedException($"There is a model '{edit.Name}' already.");
        }

        var schema = Schema(edit.Schema);
        models[edit.Name] = schema;
        WriteHead(schema, null, edit.ContentType, edit.Description);
    }

    public static void Change(Draft draft, DocumentEdit.ChangeModel edit)
    {
        if (Models.Of(draft.Root, draft.Version) is not { } models || !models.ContainsKey(edit.Name))
        {
            throw Missing(edit.Name);
        }

        var (before, schema) = (models[edit.Name], Schema(edit.Schema));
        models[edit.Name] = schema;
        WriteHead(schema, before, edit.ContentType, edit.Description);
    }

    /// <summary>Whatever refers to it refers to its new name.</summary>
    public static void Rename(Draft draft, DocumentEdit.RenameModel edit)
    {
        if (Models.Of(draft.Root, draft.Version) is not { } models || !models.ContainsKey(edit.Name))
        {
            throw Missing(edit.Name);
        }

        if (edit.To == edit.Name)
        {
            return;
        }

        if (models.ContainsKey(edit.To))
        {
            throw new EditRefusedException($"There is a model '{edit.To}' already.");
        }

        draft.Rename(models, edit.Name, edit.To);
        Following.Model(draft, edit.Name, edit.To);
    }

    public static void Remove(Draft draft, string name)
    {
        if (Models.Of(draft.Root, draft.Version) is not { } models || !models.ContainsKey(name))
        {
            throw Missing(name);
        }

        if (Models.Users(draft.Root, draft.Version).TryGetValue(name, out var users))
        {
            throw new EditRefusedException($"'{name}' is used by {EditRefusedException.Some(users)}; let these use another first.");
        }

        models.Remove(name);
        draft.DropEmptyDeclarations("definitions", "schemas");
    }

    /// <summary>Of what is not said counts what the new text says itself, and then what stood there.</summary>
    private static void WriteHead(JsonObject schema, JsonNode? before, string? contentType, string? description)
    {
        contentType ??= schema.Text(ModelHead.ContentType) ?? ModelHead.ContentTypeOf(before);
        description ??= schema.Text(ModelHead.Description) ?? before.Text(ModelHead.Description) ?? schema.Text("description");
        ModelHead.Write(schema, contentType, description);
    }

    private static JsonObject Schema(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject ?? throw new EditRefusedException("A schema is a JSON object.");
        }
        catch (JsonException wrong)
        {
            throw new EditRefusedException($"The schema is no JSON: {wrong.Message}");
        }
    }

    private static EditRefusedException Missing(string name) => new($"There is no model '{name}'.");
}
