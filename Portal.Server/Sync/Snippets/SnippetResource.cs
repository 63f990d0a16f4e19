using System.Globalization;

namespace Portal.Server.Sync.Snippets;

/// <summary>A resource of an HTTP or WebSocket API in the words of CloudFormation, from which those of Terraform follow: AWS::ApiGatewayV2::Route is aws_apigatewayv2_route.</summary>
/// <param name="Type">As in "Route".</param>
/// <param name="Name">What tells it from others of its type, as in "GET /pets"; empty where there is one.</param>
/// <param name="Members">In their order; those without a value are left out.</param>
internal sealed record SnippetResource(string Type, string Name, IReadOnlyList<SnippetMember> Members)
{
    public SnippetReference Reference => new(Type, Name);
}

/// <param name="Name">CloudFormation's.</param>
/// <param name="Value">Null says nothing.</param>
/// <param name="Terraform">Terraform's name where it is not the same in small letters; empty where Terraform has no such argument.</param>
internal sealed record SnippetMember(string Name, SnippetValue? Value, string? Terraform = null);

/// <summary>What a member may be.</summary>
internal abstract record SnippetValue
{
    public static SnippetValue? Of(string? text) => text is null ? null : new Text(text);

    public static SnippetValue Of(bool truth) => new Word(SnippetText.Word(truth));

    public static SnippetValue Of(int number) => new Word(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null where there are none.</summary>
    public static SnippetValue? Of(IReadOnlyList<string> texts) => texts is [] ? null : new Texts(texts);

    /// <summary>Null where there are none.</summary>
    public static SnippetValue? Of(IReadOnlyDictionary<string, string>? map) => map is not { Count: > 0 } ? null : new Map([.. map.Select(entry => (entry.Key, Of(entry.Value)!))]);

    internal sealed record Text(string Value) : SnippetValue;

    /// <summary>A number or a truth, which is not quoted.</summary>
    internal sealed record Word(string Value) : SnippetValue;

    internal sealed record Texts(IReadOnlyList<string> Values) : SnippetValue;

    /// <summary>By names that are data.</summary>
    internal sealed record Map(IReadOnlyList<(string Name, SnippetValue Value)> Entries) : SnippetValue;

    /// <summary>Members of their own; in Terraform a block.</summary>
    internal sealed record Block(IReadOnlyList<SnippetMember> Members) : SnippetValue;

    /// <summary>Where CloudFormation has a map, Terraform a block for each.</summary>
    internal sealed record PerTool(SnippetValue CloudFormation, IReadOnlyList<Block> Terraform) : SnippetValue;

    /// <summary>A model's schema, in which other models are named.</summary>
    internal sealed record Schema(string Json) : SnippetValue;

    /// <summary>AWS's id of another resource, behind a text.</summary>
    internal sealed record Id(SnippetReference Resource, string Before = "") : SnippetValue;
}

/// <summary>Another resource of the same file.</summary>
internal readonly record struct SnippetReference(string Type, string Name)
{
    /// <summary>What all others belong to.</summary>
    public static readonly SnippetReference Api = new("Api", "");

    private IEnumerable<string> Words => Name.Split([.. Name.Where(letter => !char.IsAsciiLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As in "RouteGetPets".</summary>
    public string LogicalId => Type + string.Concat(Words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>As in "get_pets".</summary>
    public string TerraformName => string.Join('_', Words).ToLowerInvariant() switch
    {
        "" => "this",
        [>= '0' and <= '9', ..] name => $"_{name}",
        var name => name,
    };
}
