using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>Says whose answers a browser would hide, although a preflight of the path lets it call from several origins.</summary>
internal static class ProjectionOrigins
{
    public static void Check(Lint lint, JsonObject item, ProjectionOperation operation)
    {
        if (operation.Route.Method is "OPTIONS" || item.Member("options") is not { } options || CorsPreflight.Read(options) is not { HasSeveral: true })
        {
            return;
        }

        var answers = Browsers.AnswersOf(operation.Node).ToList();

        if (answers is [])
        {
            lint.Add(LintPathRules.OriginsOfBackend, operation.Pointer, operation.Name);
        }
        else if (!answers.TrueForAll(answer => answer.Value.Member("responseTemplates").Members.Any(template => CorsOrigins.Read(template.Value.AsText) is not null)))
        {
            lint.Add(LintPathRules.Origins, operation.Pointer, operation.Name);
        }
    }
}
