using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>A document's tree while it is edited.</summary>
internal sealed record Draft(JsonObject Root, OpenApiVersion Version)
{
    public JsonObject Paths => Child(Root, "paths");

    /// <summary>Which members have another name than in the text, by the object that has them: old names to new ones.</summary>
    public Dictionary<JsonObject, Dictionary<string, string>> Renamed { get; } = [];

    /// <summary>Gives a member another name where it stands; the text keeps its place and all that is written in it.</summary>
    public void Rename(JsonObject owner, string name, string wanted)
    {
        var place = owner.IndexOf(name);
        var value = owner[place];
        owner.RemoveAt(place);
        owner.Insert(place, wanted, value);

        var names = Renamed.TryGetValue(owner, out var known) ? known : Renamed[owner] = [];
        var first = names.FirstOrDefault(pair => pair.Value == name).Key ?? name;
        names[first] = wanted;
    }

    /// <summary>The operation as it is written at its path.</summary>
    public JsonObject Operation(RouteName route)
    {
        if (DocumentShape.Methods.Contains(route.Member) && Paths.Member(route.Path).Member(route.Member) is { } operation)
        {
            return operation;
        }

        throw new EditRefusedException(Documents.Operation.Find(Root, route) is { } elsewhere
            ? $"{route} is written elsewhere in the document ({elsewhere.Pointer}); edit the document's text."
            : $"There is no {route}.");
    }

    /// <summary>What a document declares of a kind by name, made where there is nothing: at its root in OpenAPI 2.0, among its components in 3.</summary>
    public JsonObject Declarations(string inSwagger, string inComponents) => Version.IsSwagger ? Child(Root, inSwagger) : Child(Child(Root, "components"), inComponents);

    /// <summary>Takes away what declares nothing any more.</summary>
    public void DropEmptyDeclarations(string inSwagger, string inComponents)
    {
        var (owner, name) = Version.IsSwagger ? (Root, inSwagger) : (Root.Member("components"), inComponents);

        if (owner.Member(name) is { Count: 0 })
        {
            owner!.Remove(name);
        }

        if (Root.Member("components") is { Count: 0 })
        {
            Root.Remove("components");
        }
    }

    /// <summary>The object under a name, made where there is none.</summary>
    public static JsonObject Child(JsonObject owner, string name)
    {
        if (owner.Member(name) is { } child)
        {
            return child;
        }

        if (owner.Node(name) is not null)
        {
            throw new EditRefusedException($"'{name}' is not an object in this document; edit the document's text.");
        }

        var made = new JsonObject();
        owner[name] = made;

        return made;
    }
}
