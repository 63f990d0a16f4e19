using System.Text.Json.Nodes;

namespace Portal.Sandbox.CloudTrail;

/// <summary>Takes the values of API keys out of what is recorded, as CloudTrail hides secrets.</summary>
internal static class Redaction
{
    private const string Hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";

    /// <summary>Operations whose members called "value" are values of keys.</summary>
    public static bool Concerns(string operation) => operation.Contains("ApiKey", StringComparison.Ordinal) || operation.Contains("UsagePlanKey", StringComparison.Ordinal);

    public static void Hide(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Hide(item);
                }

                break;
            case JsonObject structure:
                if (structure.ContainsKey("value") && !IsPatchOfAnother(structure))
                {
                    structure["value"] = Hidden;
                }

                foreach (var (_, member) in structure)
                {
                    Hide(member);
                }

                break;
        }
    }

    /// <summary>The value of a patch is one of a key only where the path says so.</summary>
    private static bool IsPatchOfAnother(JsonObject structure) =>
        structure.ContainsKey("op") && structure["path"] is JsonValue path && path.TryGetValue<string>(out var text) && !text.Contains("value", StringComparison.OrdinalIgnoreCase);
}
