using System.Globalization;
using Portal.Server.Gateway;
using static Portal.Server.Sync.SnippetText;

namespace Portal.Server.Sync;

/// <summary>The same of stages of HTTP and WebSocket APIs, whose settings are by route, in the resource of the stage itself.</summary>
internal static class RouteSettingsSnippet
{
    /// <summary>Among the properties of AWS::ApiGatewayV2::Stage.</summary>
    public static IEnumerable<string> CloudFormation(StageSpec stage)
    {
        var (all, routes) = Split(stage);

        if (all is not null)
        {
            yield return "    DefaultRouteSettings:";

            foreach (var (name, value) in Members(stage, all))
            {
                yield return $"      {name}: {value}";
            }
        }

        if (routes is not [])
        {
            yield return "    RouteSettings:";
        }

        foreach (var (route, settings) in routes)
        {
            yield return $"      {Quoted(route)}:";

            foreach (var (name, value) in Members(stage, settings))
            {
                yield return $"        {name}: {value}";
            }
        }

        if (stage.Tags.Set() is { } tags)
        {
            yield return $"    Tags: {{ {string.Join(", ", tags.Select(tag => $"{Quoted(tag.Key)}: {Quoted(tag.Value!)}"))} }}";
        }
    }

    /// <summary>Among the arguments of aws_apigatewayv2_stage.</summary>
    public static IEnumerable<string> Terraform(StageSpec stage)
    {
        var (all, routes) = Split(stage);

        List<(string[] Opening, MethodSettingsSpec Settings)> blocks =
        [
            .. all is null ? Array.Empty<(string[], MethodSettingsSpec)>() : [(["  default_route_settings {"], all)],
            .. routes.Select(route => (new[] { "  route_settings {", $"    route_key = {TerraformQuoted(route.Key)}" }, route.Value)),
        ];

        foreach (var (opening, settings) in blocks)
        {
            foreach (var line in opening)
            {
                yield return line;
            }

            foreach (var (name, value) in Members(stage, settings))
            {
                yield return $"    {Snake(name)} = {value}";
            }

            yield return "  }";
        }

        foreach (var line in TerraformTags(stage.Tags))
        {
            yield return line;
        }
    }

    private static (MethodSettingsSpec? All, List<KeyValuePair<string, MethodSettingsSpec>> Routes) Split(StageSpec stage)
    {
        var methods = stage.Settings?.Methods ?? SortedMap<MethodSettingsSpec>.Empty;

        return (methods.GetValueOrDefault(StageSettingsSpec.AllMethods), [.. methods.Where(method => method.Key is not StageSettingsSpec.AllMethods)]);
    }

    private static IEnumerable<(string Name, string Value)> Members(StageSpec stage, MethodSettingsSpec settings)
    {
        if (settings.ThrottlingRateLimit is { } rate)
        {
            yield return ("ThrottlingRateLimit", rate.ToString(CultureInfo.InvariantCulture));
        }

        if (settings.ThrottlingBurstLimit is { } burst)
        {
            yield return ("ThrottlingBurstLimit", burst.ToString(CultureInfo.InvariantCulture));
        }

        yield return ("DetailedMetricsEnabled", Word(settings.MetricsEnabled));

        if (stage.ApiKind is Kind.WebSocketApi)
        {
            yield return ("LoggingLevel", Quoted(settings.LoggingLevel));
            yield return ("DataTraceEnabled", Word(settings.DataTraceEnabled));
        }
    }
}
