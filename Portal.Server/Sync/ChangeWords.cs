using System.Diagnostics;
using System.Globalization;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells a change in sentences: first what it is in all, then each route, setting and variable.</summary>
internal static class ChangeWords
{
    /// <param name="change">The change.</param>
    /// <param name="names">What people call things that the specs know by id only.</param>
    public static IReadOnlyList<string> Of(Change change, IReadOnlyDictionary<string, string> names) => (change.Was, change.Becomes) switch
    {
        (null, RestApiSpec api) => [$"Creates the API {api.Name} ({api.EndpointType}) with {Count(api.Methods.Count, "route")}.", .. RestApiWords.Of([.. Difference.Between(null, api).Where(IsWorthSaying)])],
        (null, HttpApiSpec api) => [$"Creates the HTTP API {api.Name} with {Count(api.Routes.Count, "route")}.", .. RestApiWords.Of([.. Difference.Between(null, api).Where(IsWorthSaying)])],
        (null, WebSocketApiSpec api) => [$"Creates the WebSocket API {api.Name} with {Count(api.MessageRoutes.Count, "route")}.", .. RestApiWords.Of([.. Difference.Between(null, api).Where(IsWorthSaying)])],
        (DefinitionSpec before, DefinitionSpec api) => [.. Changed(api, Difference.Between(before, api)), .. Losses.Of(before, api).Select(loose => $"Deletes the integration {loose}, which no route names.")],
        (DefinitionSpec api, null) => [$"Deletes the API {api.NameInAws} with its {Count(api.RouteKeys.Count(), "route")}, and with it every stage and deployment that it has: calls to it fail from then on."],
        (null, DeploymentSpec deployment) => [$"Deploys the definition as {deployment.Id}."],
        (null, StageSpec stage) => [$"Creates the stage {stage.Name}{(stage.Deployment is null ? "" : $", serving the deployment {stage.Deployment}")}.", .. Variables(Difference.Between(null, stage)), .. AccessLog(null, stage.AccessLog), .. StageSettingsWords.Of(null, stage.Settings), .. TagWords.Of(null, stage.Tags)],
        (StageSpec before, StageSpec stage) => Changed(before, stage),
        (StageSpec stage, null) => [$"Deletes the stage {stage.Name}: calls to it fail from then on."],
        (UsagePlanSpec or null, UsagePlanSpec or null) => UsagePlanWords.Of((UsagePlanSpec?)change.Was, (UsagePlanSpec?)change.Becomes, names),
        (ApiKeySpec or null, ApiKeySpec or null) => ApiKeyWords.Of((ApiKeySpec?)change.Was, (ApiKeySpec?)change.Becomes, names),
        (AccountSettingsSpec or ClientCertificateSpec or VpcLinkSpec or VpcLinkV2Spec or null, AccountSettingsSpec or ClientCertificateSpec or VpcLinkSpec or VpcLinkV2Spec or null) => AccountWords.Of(change.Was, change.Becomes),
        (DomainNameSpec or null, DomainNameSpec or null) => DomainNameWords.Of((DomainNameSpec?)change.Was, (DomainNameSpec?)change.Becomes, names),
        (DocumentationSpec before, DocumentationSpec documentation) => DocumentationWords.Of(before, documentation),
        (null, MarkSpec mark) => [$"Puts the portal's tag on {mark.Id}{Named(mark, names)}. Nothing else of it changes."],
        (MarkSpec, MarkSpec mark) => [$"Changes the portal's tag on {mark.Id}{Named(mark, names)}."],
        (MarkSpec mark, null) => [$"Takes the portal's tag off {mark.Id}{Named(mark, names)}. Nothing else of it changes."],
        (var was, var becomes) => throw new UnreachableException($"No words for {was?.Address} -> {becomes?.Address}."),
    };

    private static string Named(MarkSpec mark, IReadOnlyDictionary<string, string> names) => names.TryGetValue(mark.Portal, out var name) ? $" ({name})" : "";

    /// <summary>As in "1 route", "3 routes".</summary>
    public static string Count(int count, string noun) => count is 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}s");

    // Of a new API the first sentence says the name, and what is as AWS has it anyway needs no words.
    private static bool IsWorthSaying(DifferenceLine line) => (line.Pointer, line.After) is not
        ("/name" or "/endpointType", _) and not ("/apiKeySource", "\"HEADER\"") and not ("/disableExecuteApiEndpoint", "false");

    private static List<string> Changed(DefinitionSpec api, IReadOnlyList<DifferenceLine> lines)
    {
        var details = RestApiWords.Of(lines);
        var routes = lines.Where(RestApiWords.IsRoute).Select(line => line.Path[1]).Distinct().Count();
        var rest = details.Count - routes;

        string[] what = [.. routes is 0 ? Array.Empty<string>() : [Count(routes, "route")], .. rest is 0 ? Array.Empty<string>() : [Count(rest, "setting")]];

        return [$"Changes the API {api.NameInAws}: {string.Join(" and ", what)}.", .. details];
    }

    private static List<string> Changed(StageSpec before, StageSpec stage)
    {
        var lines = Difference.Between(before, stage);
        var sentences = new List<string>();

        if (before.Deployment != stage.Deployment)
        {
            sentences.Add($"Points the stage {stage.Name} at the deployment {stage.Deployment ?? "(none)"} (was {before.Deployment ?? "one that is not the portal's"}).");
        }
        else
        {
            sentences.Add($"Changes the settings of the stage {stage.Name}.");
        }

        if (before.Description != stage.Description)
        {
            sentences.Add($"Changes its description: {DifferenceLine.Quoted(before.Description)} -> {DifferenceLine.Quoted(stage.Description)}.");
        }

        return [.. sentences, .. Variables(lines), .. AccessLog(before.AccessLog, stage.AccessLog), .. Canary(before.Canary, stage.Canary), .. StageSettingsWords.Of(before.Settings, stage.Settings), .. TagWords.Of(before.Tags, stage.Tags)];
    }

    private static IEnumerable<string> AccessLog(AccessLogSpec? before, AccessLogSpec? after) => (before, after) switch
    {
        _ when before == after => [],
        (_, null) => ["Stops writing down its calls."],
        _ when before?.DestinationArn == after.DestinationArn => ["Changes what is written down of each call."],
        _ => [$"Writes each call down in {after.DestinationArn}."],
    };

    private static IEnumerable<string> Canary(CanarySpec? before, CanarySpec? after) => (before, after) switch
    {
        (_, null) => [],
        _ when before == after => [],
        ({ IsThere: true } was, { IsThere: false }) => [string.Create(
            CultureInfo.InvariantCulture, $"Takes its canary away: the {was.PercentTraffic:0.##} % of its calls that went to the deployment {was.Deployment} go where all others go.{Overrides(was, "were")}")],
        (_, { IsThere: true } made) => [string.Create(CultureInfo.InvariantCulture, $"Lets {made.PercentTraffic:0.##} % of its calls go to the deployment {made.Deployment} as a canary.{Overrides(made, "are")}")],
        _ => [],
    };

    private static string Overrides(CanarySpec canary, string tense) =>
        canary.Overrides.Count is 0 ? "" : $" For these calls variables {tense} otherwise: {string.Join(", ", canary.Overrides.Select(variable => $"{variable.Key} = {DifferenceLine.Shortened(variable.Value)}"))}.";

    private static IEnumerable<string> Variables(IReadOnlyList<DifferenceLine> lines) =>
        from line in lines
        where line.Path is ["variables", _]
        let name = line.Path[1]
        select (line.Before, line.After) switch
        {
            (_, null) => $"Removes the variable {name}.",
            (null, var value) => $"Sets the variable {name} to {DifferenceLine.Shortened(value)}.",
            (var was, var value) => $"Sets the variable {name} to {DifferenceLine.Shortened(value)} (was {DifferenceLine.Shortened(was)}).",
        };
}
