using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What browsers may send to an HTTP API.</summary>
internal static class HttpCorsEdits
{
    public static void Set(Draft draft, HttpCorsView? wanted)
    {
        if (wanted is null)
        {
            draft.Root.Remove(HttpCors.Member);
            return;
        }

        var cors = Draft.Child(draft.Root, HttpCors.Member);
        Write(cors, "allowOrigins", wanted.AllowOrigins);
        Write(cors, "allowMethods", wanted.AllowMethods);
        Write(cors, "allowHeaders", wanted.AllowHeaders);
        Write(cors, "exposeHeaders", wanted.ExposeHeaders);

        if (cors.Flag("allowCredentials") != wanted.AllowCredentials)
        {
            cors["allowCredentials"] = wanted.AllowCredentials;
        }

        cors.SetNode("maxAge", wanted.MaxAge);
    }

    private static void Write(JsonObject cors, string name, IReadOnlyList<string> words)
    {
        if (words is [])
        {
            cors.Remove(name);
        }
        else
        {
            cors[name] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        }
    }
}
