using System.Text.Json.Serialization;

namespace Portal.Sandbox.Access;

[JsonSerializable(typeof(Session))]
internal sealed partial class SessionJson : JsonSerializerContext;
