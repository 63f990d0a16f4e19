using System.Text.Json.Serialization;

namespace Portal.Sandbox.Admin;

/// <summary>The shapes of the sandbox's own endpoints and settings; times are ISO 8601.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SettingsChange))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(ClockReading))]
internal sealed partial class AdminJson : JsonSerializerContext;
