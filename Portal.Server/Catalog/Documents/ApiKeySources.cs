using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>Where the key of a caller is looked for, which a document says once for all routes.</summary>
internal static class ApiKeySources
{
    public const string Member = "x-amazon-apigateway-api-key-source";

    public static ApiKeySource Of(JsonObject root) => "AUTHORIZER".Equals(root.Text(Member), StringComparison.OrdinalIgnoreCase) ? ApiKeySource.Authorizer : ApiKeySource.Header;

    /// <summary>The header is where API Gateway looks anyway.</summary>
    public static void Write(JsonObject root, ApiKeySource wanted)
    {
        if (wanted is ApiKeySource.Header && !"HEADER".Equals(root.Text(Member), StringComparison.OrdinalIgnoreCase))
        {
            root.Remove(Member);
        }
        else if (wanted is ApiKeySource.Authorizer && Of(root) is not ApiKeySource.Authorizer)
        {
            root[Member] = "AUTHORIZER";
        }
    }
}
