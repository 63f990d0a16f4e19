using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What a document says of an integration beside what it calls.</summary>
internal static class IntegrationOptions
{
    public const string VpcLink = "VPC_LINK";

    public const string Target = "integrationTarget";

    public static IntegrationOptionsView? Of(JsonObject? integration) => integration is null ? null : new IntegrationOptionsView
    {
        VpcLink = IsPrivate(integration) ? integration.Text("connectionId") : null,
        IntegrationTarget = IsPrivate(integration) ? integration.Text(Target) : null,
        TimeoutMillis = int.TryParse(integration.Node("timeoutInMillis")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null,
        Passthrough = integration.Text("passthroughBehavior")?.ToLowerInvariant(),
        ContentHandling = integration.Text("contentHandling")?.ToUpperInvariant(),
        RequestParameters = Texts(integration, "requestParameters"),
        RequestTemplates = Texts(integration, "requestTemplates"),
        CacheKeys = [.. integration.Items("cacheKeyParameters").Select(key => key.AsText).OfType<string>()],
        SkipsVerification = integration.Member("tlsConfig").Flag("insecureSkipVerification"),
        Answers = [.. IntegrationAnswers.Of(integration)],
    };

    public static bool IsPrivate(JsonObject integration) => VpcLink.Equals(integration.Text("connectionType"), StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Texts(JsonObject integration, string name) =>
        integration.Member(name).Members.Where(member => member.Value.AsText is not null).ToDictionary(member => member.Key, member => member.Value.AsText!);
}
