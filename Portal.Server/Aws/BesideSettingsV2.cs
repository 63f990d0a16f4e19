using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Settings of HTTP APIs and their stages that no spec holds, where somebody has set them, and stages of our APIs that are not ours.</summary>
internal static class BesideSettingsV2
{
    public static IEnumerable<BesideFact> Of(Address api, Api head)
    {
        if (head.IpAddressType?.Value is { } type and not "ipv4")
        {
            yield return new BesideFact(api, "IP address type", Json(type));
        }

        if (head.DisableSchemaValidation is true)
        {
            yield return new BesideFact(api, "deploying without a check of the models", "true");
        }
    }

    public static IEnumerable<BesideFact> Theirs(Address api, IEnumerable<Stage> stages) =>
        stages.Select(stage => new BesideFact(api, $"a stage {stage.StageName} that is not the portal's", Json(stage.DeploymentId)));

    public static IEnumerable<BesideFact> Of(LiveStageV2 stage)
    {
        var (address, live) = (new Address(Kind.Stage, stage.Id), stage.Live);

        if (live.AutoDeploy is true)
        {
            yield return new BesideFact(address, "automatic deployment", "true");
        }

        if (live.ClientCertificateId is { Length: > 0 } certificate)
        {
            yield return new BesideFact(address, "client certificate", Json(certificate));
        }

        if (Said(live.DefaultRouteSettings) is { } defaults)
        {
            yield return new BesideFact(address, "route settings of all routes", defaults);
        }

        foreach (var (route, settings) in (live.RouteSettings ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (Said(settings) is { } said)
            {
                yield return new BesideFact(address, $"route settings of {route}", said);
            }
        }
    }

    /// <summary>What is otherwise than AWS has it by itself; null where nothing is.</summary>
    private static string? Said(RouteSettings? settings)
    {
        var said = new JsonObject();

        if (settings?.ThrottlingRateLimit is { } rate)
        {
            said["throttlingRateLimit"] = rate;
        }

        if (settings?.ThrottlingBurstLimit is { } burst)
        {
            said["throttlingBurstLimit"] = burst;
        }

        if (settings?.DetailedMetricsEnabled is true)
        {
            said["detailedMetricsEnabled"] = true;
        }

        if (settings?.DataTraceEnabled is true)
        {
            said["dataTraceEnabled"] = true;
        }

        if (settings?.LoggingLevel?.Value is { } level and not "OFF")
        {
            said["loggingLevel"] = level;
        }

        return said.Count is 0 ? null : said.ToJsonString();
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
