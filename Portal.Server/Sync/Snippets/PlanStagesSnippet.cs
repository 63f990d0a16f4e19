using System.Globalization;
using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>The stages of a usage plan, line by line, as the files of other tools have them. AWS's ids of the portal's APIs are references there, each by a name made of the API's; what the portal calls the stage stands beside.</summary>
internal static class PlanStagesSnippet
{
    /// <summary>Among the properties of AWS::ApiGateway::UsagePlan.</summary>
    public static IEnumerable<string> CloudFormation(UsagePlanSpec plan, IReadOnlyDictionary<string, string> names)
    {
        if (plan.Stages.Count > 0)
        {
            yield return "    ApiStages:";
        }

        foreach (var (key, stage) in plan.Stages)
        {
            var place = SnippetPlace.Of(key, names);
            yield return place.ApiId is { } id ? $"      - ApiId: {SnippetText.Quoted(id)}" : $"      - ApiId: !Ref {place.LogicalId} # {place.Words}";
            yield return $"        Stage: {SnippetText.Quoted(place.Stage)}";

            if (stage.Methods.Count > 0)
            {
                yield return "        Throttle:";
            }

            foreach (var (route, limit) in stage.Methods)
            {
                yield return $"          {SnippetText.Quoted(MethodKeyOf(route))}: {{ RateLimit: {Number(limit.RateLimit)}, BurstLimit: {Number(limit.BurstLimit)} }}";
            }
        }
    }

    /// <summary>Among the arguments of aws_api_gateway_usage_plan.</summary>
    public static IEnumerable<string> Terraform(UsagePlanSpec plan, IReadOnlyDictionary<string, string> names)
    {
        foreach (var (key, stage) in plan.Stages)
        {
            var place = SnippetPlace.Of(key, names);
            yield return "  api_stages {";
            yield return place.ApiId is { } id ? $"    api_id = {SnippetText.TerraformQuoted(id)}" : $"    api_id = aws_api_gateway_rest_api.{place.Label}.id # {place.Words}; of a WebSocket API aws_apigatewayv2_api.{place.Label}.id";
            yield return $"    stage = {SnippetText.TerraformQuoted(place.Stage)}";

            foreach (var (route, limit) in stage.Methods)
            {
                yield return "    throttle {";
                yield return $"      path = {SnippetText.TerraformQuoted(MethodKeyOf(route))}";
                yield return $"      rate_limit = {Number(limit.RateLimit)}";
                yield return $"      burst_limit = {Number(limit.BurstLimit)}";
                yield return "    }";
            }

            yield return "  }";
        }
    }

    /// <summary>"GET /pets" is "/pets/GET" to a usage plan.</summary>
    private static string MethodKeyOf(string route) => route.Split(' ', 2) is [var method, var path] ? $"{path}/{method}" : route;

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
