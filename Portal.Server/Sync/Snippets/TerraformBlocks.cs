using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>Writes the resource blocks of HTTP and WebSocket APIs for a configuration.</summary>
internal static class TerraformBlocks
{
    public static string Of(IEnumerable<SnippetResource> resources) => string.Join('\n', resources.Select(Of));

    private static string Of(SnippetResource resource)
    {
        var text = new StringBuilder();
        text.Append("resource \"").Append(TypeOf(resource.Type)).Append("\" \"").Append(resource.Reference.TerraformName).Append("\" {");
        Write(text, resource.Members, "  ");

        return text.Append("\n}").ToString();
    }

    private static string TypeOf(string type) => $"aws_apigatewayv2_{SnippetText.Snake(type)}";

    private static void Write(StringBuilder text, IEnumerable<SnippetMember> members, string indent)
    {
        foreach (var member in members)
        {
            if (member is { Value: { } value, Terraform: not "" })
            {
                Write(text, member.Terraform ?? SnippetText.Snake(member.Name), value, indent);
            }
        }
    }

    private static void Write(StringBuilder text, string name, SnippetValue value, string indent)
    {
        switch (value)
        {
            case SnippetValue.PerTool(_, var blocks):
                foreach (var block in blocks)
                {
                    Write(text, name, block, indent);
                }

                break;
            case SnippetValue.Block(var members):
                text.Append('\n').Append(indent).Append(name).Append(" {");
                Write(text, members, indent + "  ");
                text.Append('\n').Append(indent).Append('}');
                break;
            case SnippetValue.Map(var entries):
                text.Append('\n').Append(indent).Append(name).Append(" = {");

                foreach (var (key, entry) in entries)
                {
                    text.Append('\n').Append(indent).Append("  ").Append(SnippetText.TerraformQuoted(key)).Append(" = ").Append(Of(entry));
                }

                text.Append('\n').Append(indent).Append('}');
                break;
            default:
                text.Append('\n').Append(indent).Append(name).Append(" = ").Append(Of(value));
                break;
        }
    }

    private static string Of(SnippetValue value) => value switch
    {
        SnippetValue.Text(var said) => SnippetText.TerraformQuoted(said),
        SnippetValue.Word(var word) => word,
        SnippetValue.Texts(var texts) => $"[{string.Join(", ", texts.Select(SnippetText.TerraformQuoted))}]",
        SnippetValue.Schema(var json) => SchemaOf(json),
        SnippetValue.Id(var of, "") => IdOf(of),
        SnippetValue.Id(var of, var before) => $"\"{before}${{{IdOf(of)}}}\"",
        _ => throw new UnreachableException(),
    };

    /// <summary>As a text. What is no JSON is kept in quotes, which are not its own.</summary>
    private static string SchemaOf(string json)
    {
        const string mark = "\u0001";
        var schema = JsonNode.Parse(json)!;

        if (schema is JsonValue text)
        {
            return SnippetText.TerraformQuoted(text.ToString());
        }

        foreach (var reference in ModelReferences.In(schema).ToList())
        {
            reference.ReplaceWith(ModelReferences.Url(mark, ModelReferences.NameOf(reference)));
        }

        // The mark is escaped twice by now: as JSON, and as a text that holds JSON.
        return SnippetText.TerraformQuoted(schema.ToJsonString()).Replace(@"\\u0001", $"${{{IdOf(SnippetReference.Api)}}}", StringComparison.Ordinal);
    }

    private static string IdOf(SnippetReference of) => $"{TypeOf(of.Type)}.{of.TerraformName}.id";
}
