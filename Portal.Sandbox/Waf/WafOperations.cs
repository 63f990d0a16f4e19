using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Waf;

/// <summary>All that is answered for WAFv2: as much as it takes to put a web ACL before a stage, whose calls are then held against it.</summary>
internal static class WafOperations
{
    public const string Service = "wafv2";

    public static IEnumerable<Operation> All => [.. WebAclOperations.All, .. AssociationOperations.All];

    /// <summary>They change stages and look at them, so they wait for their Region.</summary>
    public static Operation Named(string name, Func<Call, Answer> handle) => Operation.Named(Service, name, handle) with { Alone = true };

    public static Answer Ok(JsonObject body) => new(200, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.JsonObject), "application/x-amz-json-1.1");
}
