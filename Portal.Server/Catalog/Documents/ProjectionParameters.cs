using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>Header, query and path parameters. Of a parameter API Gateway keeps the name, the place and whether it is required.</summary>
internal sealed class ProjectionParameters(ProjectionSource source)
{
    private static readonly HashSet<string> Checks = ["enum", "const", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "format", "multipleOf"];

    public void Read(ProjectionMethod method)
    {
        var operation = method.Operation;
        var named = new Dictionary<string, string>();

        foreach (var (parameter, place) in Declared(operation).OrderBy(declared => declared.Parameter.Text("in") is "path" ? 0 : 1))
        {
            var name = parameter.Text("name")!;
            var required = parameter.Flag("required");

            switch (parameter.Text("in"))
            {
                case "cookie":
                    method.Find(LintMethodRules.Cookie, place, name);
                    continue;

                case "path" when operation.Variables.TryGetValue(name.TrimEnd('+'), out var variable):
                    name = variable;
                    break;

                case "path":
                    method.Find(LintMethodRules.NotInPath, place, name);
                    continue;

                case not ("path" or "query" or "header"):
                    continue;

                case var _ when !ProjectionMethod.IsName(name):
                    method.Find(LintMethodRules.ParameterName, place, name);
                    continue;

                case var _ when named.TryGetValue(name, out var other) && other != parameter.Text("in"):
                    method.Find(required ? LintMethodRules.RequiredTwice : LintMethodRules.ParameterTwice, place, name);
                    continue;
            }

            named[name] = parameter.Text("in")!;
            method.Parameters[Key(parameter.Text("in")!, name)] = required || parameter.Text("in") is "path";

            if (HasChecks(parameter))
            {
                method.Find(LintMethodRules.Values, place);
            }
        }

        foreach (var variable in operation.Variables.Values.Where(variable => method.Parameters.TryAdd(Key("path", variable), true)))
        {
            method.Find(LintMethodRules.PathUndeclared, "", variable);
        }
    }

    private static string Key(string place, string name) => $"method.request.{(place is "query" ? "querystring" : place)}.{name}";

    /// <summary>The operation's own, and those of its path that it does not declare anew; each with its place below the operation.</summary>
    private IEnumerable<(JsonObject Parameter, string Place)> Declared(ProjectionOperation operation)
    {
        var own = Named(operation.Node).Select(found => (found.Parameter, Place: $"/parameters/{found.Index}")).ToList();
        var ofPath = Named(operation.Item).Where(found => !own.Exists(mine => Identity(mine.Parameter) == Identity(found.Parameter))).Select(found => (found.Parameter, Place: ""));

        return own.Concat(ofPath);
    }

    private IEnumerable<(JsonObject Parameter, int Index)> Named(JsonObject node) =>
        from entry in node.Items("parameters").Select((parameter, index) => (Node: References.Follow(source.Root, parameter), index))
        where entry.Node is JsonObject && entry.Node.Text("name") is { Length: > 0 }
        select ((JsonObject)entry.Node!, entry.index);

    private static (string?, string?) Identity(JsonObject parameter) => (parameter.Text("in"), parameter.Text("name"));

    private bool HasChecks(JsonObject parameter) =>
        References.Follow(source.Root, parameter["schema"]) is JsonObject schema && (schema.Any(member => Checks.Contains(member.Key)) || schema.Text("type") is "integer" or "number" or "boolean");
}
