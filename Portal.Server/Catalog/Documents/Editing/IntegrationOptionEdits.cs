using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What else is said of a route's own integration, whatever its type.</summary>
internal static class IntegrationOptionEdits
{
    public static void Set(Draft draft, DocumentEdit.SetIntegrationOptions edit)
    {
        if (draft.Operation(edit.Route).Member(IntegrationJson.Member) is not { } integration || integration.ContainsKey("$ref"))
        {
            throw new EditRefusedException($"There is no integration of its own at {edit.Route}.");
        }

        if (edit.VpcLink is { } link)
        {
            SetLink(integration, link);
        }

        if (edit.IntegrationTarget is { } target)
        {
            SetTarget(integration, target);
        }

        if (edit.TimeoutMillis is { } milliseconds)
        {
            SetTimeout(integration, milliseconds);
        }

        if (edit.Passthrough is { } passthrough)
        {
            // API Gateway reads both words in any case.
            integration.SetText("passthroughBehavior", passthrough, StringComparison.OrdinalIgnoreCase);
        }

        if (edit.ContentHandling is { } handling)
        {
            integration.SetText("contentHandling", handling, StringComparison.OrdinalIgnoreCase);
        }

        if (edit.RequestParameters is { } parameters)
        {
            TextMaps.Write(integration, "requestParameters", parameters);
        }

        if (edit.RequestTemplates is { } templates)
        {
            TextMaps.Write(integration, "requestTemplates", templates);
        }

        if (edit.CacheKeys is { } keys)
        {
            SetCacheKeys(integration, keys);
        }

        if (edit.SkipsVerification is { } skips)
        {
            SetVerification(integration, skips);
        }

        if (edit.Answers is { } answers)
        {
            IntegrationAnswerEdits.Write(integration, answers);
        }
    }

    private static void SetLink(JsonObject integration, string link)
    {
        if (link is not "" && !CallsHttp(integration))
        {
            throw new EditRefusedException("A VPC link leads to HTTP backends only.");
        }

        if (link is "")
        {
            if (IntegrationOptions.IsPrivate(integration))
            {
                integration.Remove("connectionType");
                integration.Remove("connectionId");
                integration.Remove(IntegrationOptions.Target);
            }

            return;
        }

        if (!IntegrationOptions.IsPrivate(integration))
        {
            integration["connectionType"] = IntegrationOptions.VpcLink;
        }

        integration.SetText("connectionId", link);
    }

    private static void SetTarget(JsonObject integration, string target)
    {
        if (target is not "" && !IntegrationOptions.IsPrivate(integration))
        {
            throw new EditRefusedException("A load balancer is reached through a VPC link: name the link too.");
        }

        integration.SetText(IntegrationOptions.Target, target);
    }

    private static void SetCacheKeys(JsonObject integration, IReadOnlyList<string> keys)
    {
        if (keys is [])
        {
            integration.Remove("cacheKeyParameters");
        }
        else if (!keys.SequenceEqual(IntegrationOptions.Of(integration)!.CacheKeys))
        {
            integration["cacheKeyParameters"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]);
        }
    }

    private static void SetVerification(JsonObject integration, bool skips)
    {
        if (skips == integration.Member("tlsConfig").Flag("insecureSkipVerification"))
        {
            return;
        }

        if (skips && !CallsHttp(integration))
        {
            throw new EditRefusedException("Only HTTP backends show a certificate.");
        }

        var tls = Draft.Child(integration, "tlsConfig");

        if (skips)
        {
            tls["insecureSkipVerification"] = true;
        }
        else if (tls.Remove("insecureSkipVerification") && tls.Count is 0)
        {
            integration.Remove("tlsConfig");
        }
    }

    private static void SetTimeout(JsonObject integration, int milliseconds)
    {
        if (milliseconds is 0)
        {
            integration.Remove("timeoutInMillis");
        }
        else if (IntegrationOptions.Of(integration)?.TimeoutMillis != milliseconds)
        {
            integration["timeoutInMillis"] = milliseconds;
        }
    }

    private static bool CallsHttp(JsonObject integration) => integration.Text("type")?.ToLowerInvariant() is "http" or "http_proxy";
}
