using System.Globalization;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Gives each model a name of letters and digits, the same for the same document. A name that already is one stays; of the others what is no letter or digit is left away,
/// and who comes second to a name gets a number.
/// </summary>
internal sealed class ProjectionModelNames
{
    private readonly Dictionary<string, string> _byPointer = [];
    private readonly HashSet<string> _taken = [];

    public ProjectionModelNames(ProjectionSource source, Lint lint)
    {
        List<string> schemas = [.. source.Root.Member("components").Member("schemas").Members.Select(schema => schema.Key)];

        foreach (var name in schemas.Where(IsName))
        {
            _byPointer[JsonPointer.Of("components", "schemas", name)] = name;
            _taken.Add(name);
        }

        // In ordinal order, so that moving a schema within the document renames nothing.
        foreach (var name in schemas.Where(name => !IsName(name)).Order(StringComparer.Ordinal))
        {
            var pointer = JsonPointer.Of("components", "schemas", name);
            _byPointer[pointer] = Free(Words(name));
            lint.Add(LintSchemaRules.Names, pointer, subject: $"{name} is {_byPointer[pointer]}");
        }
    }

    public string? Find(string pointer) => _byPointer.GetValueOrDefault(pointer);

    /// <summary>The name of a schema that has none of its own.</summary>
    public string Add(string pointer, string wish) => _byPointer[pointer] = Free(Words(wish));

    private string Free(string wish)
    {
        var name = wish;

        for (var number = 2; !_taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wish}{number}");
        }

        return name;
    }

    /// <summary>"get /pets/{petId}" is GetPetsPetId.</summary>
    private static string Words(string text)
    {
        var words = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return words is [] ? "Model" : string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static bool IsName(string text) => text is not "" && text.All(char.IsAsciiLetterOrDigit);
}
