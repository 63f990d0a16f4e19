using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What API Gateway answers by itself.</summary>
internal static class GatewayResponseEdits
{
    public static void Set(Draft draft, DocumentEdit.SetGatewayResponse edit)
    {
        Check(edit.Type);
        var response = Draft.Child(Draft.Child(draft.Root, GatewayResponses.Member), edit.Type);
        response.SetStatus(edit.Status);
        TextMaps.Write(response, "responseParameters", edit.Headers.ToDictionary(header => GatewayResponses.Header + header.Key, header => header.Value));
        TextMaps.Write(response, "responseTemplates", edit.Templates);
    }

    public static void Remove(Draft draft, string type)
    {
        Check(type);

        if (draft.Root.Member(GatewayResponses.Member) is not { } responses || !responses.Remove(type))
        {
            throw new EditRefusedException($"{type} is API Gateway's own already.");
        }

        if (responses.Count is 0)
        {
            draft.Root.Remove(GatewayResponses.Member);
        }
    }

    private static void Check(string type)
    {
        if (!GatewayResponseTypes.DefaultStatus.ContainsKey(type))
        {
            throw new EditRefusedException($"{type} is none of the 21 types: {string.Join(", ", GatewayResponseTypes.DefaultStatus.Keys)}.");
        }
    }
}
