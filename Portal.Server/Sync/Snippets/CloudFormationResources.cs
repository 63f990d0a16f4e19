using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>Writes resources of HTTP and WebSocket APIs as a template has them, in YAML.</summary>
internal static class CloudFormationResources
{
    public static string Of(IEnumerable<SnippetResource> resources) => string.Join('\n', resources.Select(Of));

    private static string Of(SnippetResource resource)
    {
        var text = new StringBuilder();
        text.Append(resource.Reference.LogicalId).Append(":\n  Type: AWS::ApiGatewayV2::").Append(resource.Type).Append("\n  Properties:");
        Write(text, resource.Members, "    ");

        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<SnippetMember> members, string indent)
    {
        foreach (var member in members)
        {
            if (member.Value is { } value)
            {
                Write(text.Append('\n').Append(indent).Append(member.Name).Append(':'), value, indent + "  ");
            }
        }
    }

    private static void Write(StringBuilder text, SnippetValue value, string indent)
    {
        switch (value)
        {
            case SnippetValue.Text(var said):
                text.Append(' ').Append(SnippetText.Quoted(said));
                break;
            case SnippetValue.Word(var word):
                text.Append(' ').Append(word);
                break;
            case SnippetValue.Texts(var texts):
                text.Append(" [").AppendJoin(", ", texts.Select(SnippetText.Quoted)).Append(']');
                break;
            case SnippetValue.Schema(var json):
                text.Append(' ').Append(SchemaOf(json));
                break;
            case SnippetValue.Id(var of, ""):
                text.Append(" !Ref ").Append(of.LogicalId);
                break;
            case SnippetValue.Id(var of, var before):
                text.Append(" !Sub \"").Append(before).Append("${").Append(of.LogicalId).Append("}\"");
                break;
            case SnippetValue.Map(var entries):
                foreach (var (name, entry) in entries)
                {
                    Write(text.Append('\n').Append(indent).Append(SnippetText.Quoted(name)).Append(':'), entry, indent + "  ");
                }

                break;
            case SnippetValue.Block(var members):
                Write(text, members, indent);
                break;
            case SnippetValue.PerTool(var mine, _):
                Write(text, mine, indent);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>JSON is YAML, and functions of the template's hold within it.</summary>
    private static string SchemaOf(string json)
    {
        var schema = JsonNode.Parse(json)!;

        foreach (var reference in ModelReferences.In(schema).ToList())
        {
            reference.ReplaceWith(new JsonObject { ["Fn::Sub"] = ModelReferences.Url($"${{{SnippetReference.Api.LogicalId}}}", ModelReferences.NameOf(reference)) });
        }

        return schema.ToJsonString();
    }
}
