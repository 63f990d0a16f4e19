using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Request validators of a tree, and who uses which.</summary>
internal static class ValidatorEdits
{
    public static void Add(Draft draft, DocumentEdit.AddValidator edit)
    {
        var validators = Draft.Child(draft.Root, Validators.Member);

        if (validators.ContainsKey(edit.Name))
        {
            throw new EditRefusedException($"There is a request validator '{edit.Name}' already.");
        }

        validators[edit.Name] = new JsonObject { [Validators.Body] = edit.Body, [Validators.Parameters] = edit.Parameters };
    }

    public static void Change(Draft draft, DocumentEdit.ChangeValidator edit)
    {
        var validator = draft.Root.Member(Validators.Member).Member(edit.Name) ?? throw Missing(edit.Name);
        Write(validator, Validators.Body, edit.Body);
        Write(validator, Validators.Parameters, edit.Parameters);
    }

    public static void Remove(Draft draft, string name)
    {
        if (draft.Root.Member(Validators.Member) is not { } validators || !validators.ContainsKey(name))
        {
            throw Missing(name);
        }

        if (Users(draft, name).ToList() is [_, ..] users)
        {
            throw new EditRefusedException($"'{name}' is used by {EditRefusedException.Some(users)}; let these use another first.");
        }

        validators.Remove(name);

        if (validators.Count is 0)
        {
            draft.Root.Remove(Validators.Member);
        }
    }

    public static void Set(Draft draft, DocumentEdit.SetValidator edit)
    {
        foreach (var route in edit.Routes)
        {
            Use(draft, draft.Operation(route), edit.Validator);
        }
    }

    public static void SetDefault(Draft draft, string? validator) => Use(draft, draft.Root, validator);

    private static void Use(Draft draft, JsonObject owner, string? validator)
    {
        if (validator is null)
        {
            owner.Remove(Validators.Use);
        }
        else if (draft.Root.Member(Validators.Member)?.ContainsKey(validator) is not true)
        {
            throw Missing(validator);
        }
        else
        {
            owner[Validators.Use] = validator;
        }
    }

    private static IEnumerable<string> Users(Draft draft, string name) =>
    [
        .. draft.Root.Text(Validators.Use) == name ? ["the API's default"] : Array.Empty<string>(),
        .. Operation.AllOf(draft.Root).Where(operation => operation.Json.Text(Validators.Use) == name).Select(operation => operation.Name.ToString()),
    ];

    private static void Write(JsonObject validator, string check, bool wanted)
    {
        if (Validators.Says(validator, check) != wanted)
        {
            validator[check] = wanted;
        }
    }

    private static EditRefusedException Missing(string name) => new($"There is no request validator '{name}'.");
}
