using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>The one form of a spec's text: camel case, enums as words, null said, no white space, letters as they are.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Spec))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(MethodSpec))]
[JsonSerializable(typeof(MethodResponseSpec))]
[JsonSerializable(typeof(IntegrationResponseSpec))]
[JsonSerializable(typeof(ModelSpec))]
[JsonSerializable(typeof(HttpRouteSpec))]
[JsonSerializable(typeof(HttpAuthorizerSpec))]
[JsonSerializable(typeof(MessageRouteSpec))]
[JsonSerializable(typeof(MessageIntegrationSpec))]
[JsonSerializable(typeof(MessageAnswerSpec))]
[JsonSerializable(typeof(SocketAuthorizerSpec))]
[JsonSerializable(typeof(SortedMap<string>))]
[JsonSerializable(typeof(RequestValidatorSpec))]
[JsonSerializable(typeof(AuthorizerSpec))]
[JsonSerializable(typeof(GatewayResponseSpec))]
[JsonSerializable(typeof(ThrottleSpec))]
[JsonSerializable(typeof(PlanStageSpec))]
[JsonSerializable(typeof(CanarySpec))]
[JsonSerializable(typeof(TruststoreSpec))]
[JsonSerializable(typeof(RoutingRuleSpec))]
[JsonSerializable(typeof(SortedMap<RoutingRuleSpec>))]
[JsonSerializable(typeof(DocumentationPartSpec))]
[JsonSerializable(typeof(DocumentationVersionSpec))]
[JsonSerializable(typeof(StageSettingsSpec))]
[JsonSerializable(typeof(MethodSettingsSpec))]
internal sealed partial class GatewayJson : JsonSerializerContext
{
    /// <summary>The text is shown to people through an encoder of its own, so letters need no escapes here.</summary>
    public static GatewayJson Canonical { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The text of a part, by which two are compared.</summary>
    public static string Of(MessageRouteSpec route) => JsonSerializer.Serialize(route, Canonical.MessageRouteSpec);

    public static string Of(MessageIntegrationSpec integration) => JsonSerializer.Serialize(integration, Canonical.MessageIntegrationSpec);

    public static string Of(RoutingRuleSpec rule) => JsonSerializer.Serialize(rule, Canonical.RoutingRuleSpec);

    public static string Of(SortedMap<RoutingRuleSpec> rules) => JsonSerializer.Serialize(rules, Canonical.SortedMapRoutingRuleSpec);
}
