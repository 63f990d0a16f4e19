using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>A stage's settings as AWS has them, in the normal form.</summary>
internal static class StageSettings
{
    /// <summary>Null where nothing is set.</summary>
    public static StageSettingsSpec? OrNull(Stage stage) => Of(stage) is var settings && settings.Text == StageSettingsSpec.None.Text ? null : settings;

    public static StageSettingsSpec Of(Stage stage) => new()
    {
        Methods = new(
            from setting in stage.MethodSettings ?? []
            let key = MethodSettingKeys.Said(setting.Key)
            orderby setting.Key == MethodSettingKeys.Sent(key)
            select KeyValuePair.Create(key, Of(setting.Value))),
        CacheSize = stage.CacheClusterEnabled is true ? stage.CacheClusterSize?.Value ?? "0.5" : null,
        Tracing = stage.TracingEnabled ?? false,
        ClientCertificate = OrNull(stage.ClientCertificateId),
        DocumentationVersion = OrNull(stage.DocumentationVersion),
        WebAcl = OrNull(stage.WebAclArn),
    };

    /// <summary>-1 is no limit.</summary>
    private static MethodSettingsSpec Of(MethodSetting setting) => new()
    {
        ThrottlingRateLimit = setting.ThrottlingRateLimit is >= 0 and var rate ? rate : null,
        ThrottlingBurstLimit = setting.ThrottlingBurstLimit is >= 0 and var burst ? burst : null,
        LoggingLevel = OrNull(setting.LoggingLevel) ?? MethodSettingsSpec.Default.LoggingLevel,
        DataTraceEnabled = setting.DataTraceEnabled ?? false,
        MetricsEnabled = setting.MetricsEnabled ?? false,
        CachingEnabled = setting.CachingEnabled ?? false,
        CacheTtlInSeconds = setting.CacheTtlInSeconds ?? MethodSettingsSpec.Default.CacheTtlInSeconds,
        CacheDataEncrypted = setting.CacheDataEncrypted ?? false,
        RequireAuthorizationForCacheControl = setting.RequireAuthorizationForCacheControl ?? true,
        UnauthorizedCacheControlHeaderStrategy = OrNull(setting.UnauthorizedCacheControlHeaderStrategy?.Value) ?? MethodSettingsSpec.Default.UnauthorizedCacheControlHeaderStrategy,
    };

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
