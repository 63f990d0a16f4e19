using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using RouteSettings = Amazon.ApiGatewayV2.Model.RouteSettings;

namespace Portal.Server.Aws;

/// <summary>Limits, metrics and logs of a stage of version 2 of the service, between AWS's words and the normal form: by route key, as in "GET /pets", "$default" or "$connect".</summary>
internal static class StageSettingsV2
{
    /// <summary>Null where nothing is set.</summary>
    public static StageSettingsSpec? OrNull(Stage stage) => Of(stage) is var settings && settings.Text == StageSettingsSpec.None.Text ? null : settings;

    public static StageSettingsSpec Of(Stage stage)
    {
        var all = Of(stage.DefaultRouteSettings ?? new RouteSettings());
        var routes = (stage.RouteSettings ?? []).Select(route => KeyValuePair.Create(route.Key, Of(route.Value)));

        return StageSettingsSpec.None with { Methods = new(all == MethodSettingsSpec.Default ? routes : routes.Append(KeyValuePair.Create(StageSettingsSpec.AllMethods, all))) };
    }

    /// <summary>What is sent for all routes; null where it does not differ.</summary>
    public static RouteSettings? AllOrNull(StageSettingsSpec before, StageSettingsSpec after, Kind api)
    {
        var (was, now) = (before.Methods.GetValueOrDefault(StageSettingsSpec.AllMethods) ?? MethodSettingsSpec.Default, after.Methods.GetValueOrDefault(StageSettingsSpec.AllMethods) ?? MethodSettingsSpec.Default);

        if (LosesLimit(was, now))
        {
            throw new GatewayRefusedException("UpdateStage", "BadRequestException", "API Gateway takes the limit of all routes of a stage of this kind away by no call: set one as high as the account's.", GatewayRefusal.Final);
        }

        return was == now ? null : ToAws(now, api);
    }

    /// <summary>What is sent for single routes; null where none differs.</summary>
    public static Dictionary<string, RouteSettings>? RoutesOrNull(StageSettingsSpec before, StageSettingsSpec after, Kind api)
    {
        var changed = Routes(after).Where(route => before.Methods.GetValueOrDefault(route.Key) != route.Value).ToDictionary(route => route.Key, route => ToAws(route.Value, api));

        return changed.Count is 0 ? null : changed;
    }

    /// <summary>The routes whose settings are taken away first: they are not wanted any more, or lose a limit, which a change alone would leave.</summary>
    public static IEnumerable<string> Gone(StageSettingsSpec before, StageSettingsSpec after) =>
        from route in Routes(before)
        let now = after.Methods.GetValueOrDefault(route.Key)
        where now is null || LosesLimit(route.Value, now)
        select route.Key;

    private static IEnumerable<KeyValuePair<string, MethodSettingsSpec>> Routes(StageSettingsSpec settings) => settings.Methods.Where(method => method.Key is not StageSettingsSpec.AllMethods);

    /// <summary>AWS changes member by member: what is not sent stays.</summary>
    private static bool LosesLimit(MethodSettingsSpec was, MethodSettingsSpec now) =>
        (was.ThrottlingRateLimit is not null && now.ThrottlingRateLimit is null) || (was.ThrottlingBurstLimit is not null && now.ThrottlingBurstLimit is null);

    private static MethodSettingsSpec Of(RouteSettings settings) => MethodSettingsSpec.Default with
    {
        ThrottlingRateLimit = settings.ThrottlingRateLimit,
        ThrottlingBurstLimit = settings.ThrottlingBurstLimit,
        LoggingLevel = settings.LoggingLevel?.Value is { Length: > 0 } level ? level : MethodSettingsSpec.Default.LoggingLevel,
        DataTraceEnabled = settings.DataTraceEnabled ?? false,
        MetricsEnabled = settings.DetailedMetricsEnabled ?? false,
    };

    /// <summary>Logs of a call's execution are for WebSocket APIs alone: AWS refuses the words themselves for others.</summary>
    private static RouteSettings ToAws(MethodSettingsSpec settings, Kind api) => new()
    {
        ThrottlingRateLimit = settings.ThrottlingRateLimit,
        ThrottlingBurstLimit = settings.ThrottlingBurstLimit,
        DetailedMetricsEnabled = settings.MetricsEnabled,
        LoggingLevel = api is Kind.WebSocketApi ? new LoggingLevel(settings.LoggingLevel) : null,
        DataTraceEnabled = api is Kind.WebSocketApi ? settings.DataTraceEnabled : null,
    };
}
