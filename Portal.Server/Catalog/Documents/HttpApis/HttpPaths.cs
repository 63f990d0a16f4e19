using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>Finds the operations of a document and holds their paths against what an HTTP API takes. What it refuses is in the lint, not in the list.</summary>
internal sealed partial class HttpPaths(ProjectionSource source, Lint lint)
{
    private const int MostRoutes = 300;

    public IReadOnlyList<HttpOperation> Read()
    {
        var operations = Operations().ToList();
        var shapes = new HashSet<string>();

        foreach (var operation in operations.Where(operation => !shapes.Add(Variable().Replace(operation.Key, "{}"))))
        {
            operation.Find(LintHttpRules.Duplicate, "", operation.Key);
        }

        operations.RemoveAll(operation => lint.Refuses(operation.Name));

        if (operations.Count > MostRoutes)
        {
            lint.Add(LintHttpRules.Routes, "/paths", subject: operations.Count.ToString(CultureInfo.InvariantCulture));
        }

        return operations;
    }

    private IEnumerable<HttpOperation> Operations()
    {
        foreach (var (path, node) in source.Root.Member("paths").Members)
        {
            if (path is not ['/', ..] || References.Follow(source.Root, node) is not JsonObject item)
            {
                continue;
            }

            foreach (var member in DocumentShape.Methods.Where(method => item[method] is JsonObject))
            {
                var operation = new HttpOperation(RouteName.Of(member, path), JsonPointer.Of("paths", path, member), (JsonObject)item[member]!, lint);

                if (Refusal(operation, member) is not { } rule)
                {
                    yield return operation;
                }
                else
                {
                    operation.Find(rule, "", rule == LintPathRules.Method ? "TRACE" : path);
                }
            }
        }
    }

    private static LintRule? Refusal(HttpOperation operation, string member) => operation switch
    {
        { Node: var node } when node.Flag(ProjectionPaths.LeaveOut) => LintPathRules.LeftOut,
        _ when member is "trace" => LintPathRules.Method,
        { IsDefault: true } => operation.Route.Method is "ANY" ? null : LintHttpRules.Path,
        _ => Path().IsMatch(operation.Route.Path) ? null : LintHttpRules.Path,
    };

    // A greedy variable is the last segment.
    [GeneratedRegex(@"\A/(([^/{}\s]*|\{[^/{}+\s]+\})/)*([^/{}\s]*|\{[^/{}+\s]+\+?\})\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Variable();
}
