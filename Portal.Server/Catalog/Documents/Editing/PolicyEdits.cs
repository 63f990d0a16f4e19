using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>The resource policy.</summary>
internal static class PolicyEdits
{
    public static void Set(Draft draft, string? policy)
    {
        if (policy is null)
        {
            draft.Root.Remove(SecurityTable.PolicyMember);
            return;
        }

        try
        {
            draft.Root[SecurityTable.PolicyMember] = JsonNode.Parse(policy, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject ?? throw new EditRefusedException("A policy is a JSON object.");
        }
        catch (JsonException wrong)
        {
            throw new EditRefusedException($"The policy is no JSON: {wrong.Message}");
        }
    }
}
