using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>An operation's integration. One of the same type keeps what the editor does not know (time-out, TLS, VPC link); one of another type is written anew.</summary>
internal static partial class IntegrationEdits
{
    public static void Set(Draft draft, RouteName route, RouteIntegration? integration)
    {
        if (integration is null)
        {
            draft.Operation(route).Remove(IntegrationJson.Member);
        }
        else if (integration != IntegrationJson.Read(draft.Operation(route)))
        {
            Write(draft, route, integration);
        }
    }

    public static void Write(Draft draft, RouteName route, RouteIntegration integration)
    {
        IntegrationFaults.Check(integration, RoutePath.Variables(route.Path));
        var operation = draft.Operation(route);

        if (integration is RouteIntegration.Mock mock)
        {
            // An answer with a status that the method does not declare is refused: "Invalid Response status code specified".
            var responses = Draft.Child(operation, "responses");
            var status = StatusWords.Text(mock.Status);

            if (!responses.ContainsKey(status))
            {
                responses[status] = new JsonObject { ["description"] = StatusWords.Of(status) };
            }
        }

        var parameters = RouteParameter.AllOf(operation, draft.Root).Concat(RouteParameter.AllOf(draft.Paths.Member(route.Path)!, draft.Root)).ToList();
        var written = IntegrationJson.Write(integration, parameters, operation.Member("responses").Members.Select(response => response.Key));

        operation[IntegrationJson.Member] = operation.Member(IntegrationJson.Member) is { } existing && IntegrationJson.Read(operation)?.GetType() == integration.GetType()
            ? Joined((JsonObject)existing.DeepClone(), written, integration)
            : written;
    }

    private static JsonObject Joined(JsonObject existing, JsonObject written, RouteIntegration integration)
    {
        if (integration is RouteIntegration.Mock mock)
        {
            return JoinedMock(existing, mock);
        }

        foreach (var name in new[] { "httpMethod", "uri" })
        {
            existing[name] = written.Text(name);
        }

        if (integration is RouteIntegration.LambdaProxy { Role: var role })
        {
            existing.SetText("credentials", role);
        }
        else
        {
            existing.SetNode("requestParameters", JoinedMapping(existing.Member("requestParameters"), written.Member("requestParameters"), integration is RouteIntegration.Http));
        }

        return existing;
    }

    private static JsonObject JoinedMock(JsonObject existing, RouteIntegration.Mock mock)
    {
        var status = StatusWords.Text(mock.Status);
        var templates = Draft.Child(existing, "requestTemplates");

        foreach (var template in templates.ToList())
        {
            templates[template.Key] = StatusCode().Replace(template.Value.AsText ?? "", match => match.Groups["before"].Value + status);
        }

        if (templates.Count is 0)
        {
            templates["application/json"] = $$"""{"statusCode": {{status}}}""";
        }

        var key = IntegrationJson.MockAnswer(existing);
        var answer = Draft.Child(Draft.Child(existing, "responses"), key);
        answer["statusCode"] = status;
        var bodies = Draft.Child(answer, "responseTemplates");

        var origins = CorsOrigins.Read(bodies.FirstOrDefault().Value.AsText)?.Origins;

        // The first is the one that is shown.
        if (bodies.FirstOrDefault().Key is { } shown && shown != mock.ContentType)
        {
            bodies.Remove(shown);
        }

        bodies[mock.ContentType] = origins is null ? mock.Body : CorsOrigins.Write(origins, mock.Body);

        return existing;
    }

    /// <summary>Mappings that were made by hand stay; those of a parameter to itself follow what the route declares now.</summary>
    private static JsonObject? JoinedMapping(JsonObject? existing, JsonObject? written, bool all)
    {
        var joined = existing?.DeepClone() as JsonObject ?? [];

        foreach (var (target, source) in existing.Members)
        {
            var isOurs = target.Replace("integration.", "method.", StringComparison.Ordinal) == source.AsText && (all || target.StartsWith("integration.request.path.", StringComparison.Ordinal));

            if (isOurs && written?.ContainsKey(target) is not true)
            {
                joined.Remove(target);
            }
        }

        foreach (var (target, source) in written.Members)
        {
            joined.TryAdd(target, source?.DeepClone());
        }

        return joined.Count > 0 ? joined : null;
    }

    [GeneratedRegex(@"(?<before>""?statusCode""?\s*:\s*""?)[1-5][0-9][0-9]\b")]
    private static partial Regex StatusCode();
}
