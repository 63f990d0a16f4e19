using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Settings of stages whose settings the portal leaves alone, where somebody has set them; canaries; and stages of our APIs that are not ours.</summary>
internal static class BesideSettings
{
    /// <summary>What an API's head says and no spec holds: addresses of both versions, where AWS gives one alone by itself.</summary>
    public static IEnumerable<BesideFact> OfHead(string api, RestApi head) =>
        head.EndpointConfiguration is { IpAddressType.Value: "dualstack" } endpoint && endpoint.Types?.Contains("PRIVATE") is not true
            ? [new BesideFact(new Address(Kind.RestApi, api), BesideFact.Addresses, Json("dualstack"))]
            : [];

    /// <summary>What a usage plan says and no spec holds: what it is sold as.</summary>
    public static IEnumerable<BesideFact> OfPlan(string plan, UsagePlan live) =>
        live.ProductCode is { Length: > 0 } code ? [new BesideFact(new Address(Kind.UsagePlan, plan), BesideFact.Product, Json(code))] : [];

    /// <param name="api">The portal's id of the API.</param>
    /// <param name="ours">Its stages that are looked at.</param>
    /// <param name="theirs">Its stages that are not the portal's.</param>
    public static IEnumerable<BesideFact> Of(string api, IReadOnlyList<LiveStage> ours, IReadOnlyList<Stage> theirs) =>
    [
        .. ours.SelectMany(stage => Settings(new Address(Kind.Stage, stage.Id), stage.Live)).Select(fact => fact with { IsSetting = true }),
        .. ours.SelectMany(stage => Canary(new Address(Kind.Stage, stage.Id), stage.Live)),
        .. theirs.Select(stage => new BesideFact(new Address(Kind.RestApi, api), $"a stage {stage.StageName} that is not the portal's", Json(stage.DeploymentId))),
    ];

    private static IEnumerable<BesideFact> Settings(Address address, Stage stage)
    {
        foreach (var (method, settings) in (stage.MethodSettings ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // The path is escaped as in a JSON pointer, without its first slash: "~1pets/GET".
            yield return new BesideFact(address, $"method settings {method.Replace("~1", "/", StringComparison.Ordinal)}", Said(settings));
        }

        if (stage.CacheClusterEnabled is true)
        {
            yield return new BesideFact(address, "cache", Json(stage.CacheClusterSize?.Value ?? "on"));
        }

        if (stage.TracingEnabled is true)
        {
            yield return new BesideFact(address, "tracing", "true");
        }

        if (stage.ClientCertificateId is { Length: > 0 } certificate)
        {
            yield return new BesideFact(address, "client certificate", Json(certificate));
        }

        if (stage.WebAclArn is { Length: > 0 } acl)
        {
            yield return new BesideFact(address, "web ACL", Json(acl));
        }

        if (stage.DocumentationVersion is { Length: > 0 } documentation)
        {
            yield return new BesideFact(address, "documentation version", Json(documentation));
        }
    }

    private static IEnumerable<BesideFact> Canary(Address address, Stage stage)
    {
        if (stage.CanarySettings is { } canary)
        {
            var value = JsonSerializer.Serialize(
                new { percentTraffic = canary.PercentTraffic, deploymentId = canary.DeploymentId, stageVariableOverrides = canary.StageVariableOverrides, useStageCache = canary.UseStageCache }, JsonSerializerOptions.Web);

            yield return new BesideFact(address, BesideFact.Canary, value)
            {
                Says = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Lets {canary.PercentTraffic ?? 0:0.##} % of the calls of the stage {stage.StageName} go to the deployment {canary.DeploymentId} as a canary. The portal has no canaries, so that it cannot take this one over: restore ours, which takes it away, promote it in AWS, or ignore it."),
            };
        }
    }

    /// <summary>What of a method's settings is otherwise than AWS has it by itself.</summary>
    private static string Said(MethodSetting settings)
    {
        var said = new JsonObject();
        Say("throttlingRateLimit", settings.ThrottlingRateLimit, -1.0);
        Say("throttlingBurstLimit", settings.ThrottlingBurstLimit, -1);
        Say("loggingLevel", settings.LoggingLevel, "OFF");
        Say("dataTraceEnabled", settings.DataTraceEnabled, false);
        Say("metricsEnabled", settings.MetricsEnabled, false);
        Say("cachingEnabled", settings.CachingEnabled, false);
        Say("cacheTtlInSeconds", settings.CacheTtlInSeconds, 300);
        Say("cacheDataEncrypted", settings.CacheDataEncrypted, false);
        Say("requireAuthorizationForCacheControl", settings.RequireAuthorizationForCacheControl, true);

        return said.ToJsonString();

        void Say(string name, object? value, object unsaid)
        {
            if (value is not null && !value.Equals(unsaid))
            {
                said[name] = JsonSerializer.SerializeToNode(value, value.GetType(), JsonSerializerOptions.Web);
            }
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
