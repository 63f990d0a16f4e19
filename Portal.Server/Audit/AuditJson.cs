using System.Text.Json.Serialization;

namespace Portal.Server.Audit;

/// <summary>How lines of the trail stand in an exported file and under their hash.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SealedLine))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class AuditJson : JsonSerializerContext;
