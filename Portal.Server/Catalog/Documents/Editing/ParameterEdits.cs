using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>The parameters that an operation declares. What one of them says beyond the editor's knowledge (a description, a pattern) stays.</summary>
internal static partial class ParameterEdits
{
    private static readonly string[] Places = ["path", "query", "header"];

    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array"];

    public static void Write(Draft draft, RouteName route, IReadOnlyList<RouteParameter> wanted)
    {
        var operation = draft.Operation(route);
        var variables = RoutePath.Variables(route.Path);
        var ofPath = RouteParameter.AllOf(draft.Paths.Member(route.Path)!, draft.Root).ToList();
        var own = RouteParameter.AllOf(operation, draft.Root).ToList();
        List<RouteParameter> open = [.. wanted.Where(parameter => !parameter.IsOfPath)];
        Check(route, open, own, variables);
        var written = new JsonArray();

        foreach (var node in operation.Items("parameters"))
        {
            var known = RouteParameter.Of(node, draft.Root);
            var match = known is null ? null : open.Find(known.IsSameAs);

            if (match is not null)
            {
                open.Remove(match);
                written.Add(match with { IsOfPath = false } == known ? node!.DeepClone() : Changed(draft, node, match));
            }
            else if (known is null || !Places.Contains(known.In) || (known.In is "path" && variables.Contains(known.Name)))
            {
                written.Add(node?.DeepClone());
            }
        }

        var declared = written.Select(node => RouteParameter.Of(node, draft.Root)).OfType<RouteParameter>().Concat(ofPath).ToList();
        var undeclared = variables.Select(name => new RouteParameter { Name = name, In = "path", Required = true, Type = "string" })
            .Where(variable => !declared.Exists(variable.IsSameAs) && !open.Exists(variable.IsSameAs));

        foreach (var parameter in undeclared.Concat(open.Where(parameter => !ofPath.Contains(parameter))))
        {
            written.Add(Changed(draft, null, parameter with { Type = parameter.Type ?? "string" }));
        }

        if (written.Count > 0)
        {
            operation["parameters"] = written;
        }
        else
        {
            operation.Remove("parameters");
        }
    }

    private static JsonObject Changed(Draft draft, JsonNode? node, RouteParameter wanted)
    {
        // A reference is shared with other operations, so a copy is changed.
        var json = References.Follow(draft.Root, node)?.DeepClone() as JsonObject ?? new JsonObject { ["name"] = wanted.Name, ["in"] = wanted.In };

        if (wanted.Required)
        {
            json["required"] = true;
        }
        else
        {
            json.Remove("required");
        }

        if (wanted.Type is { } type && RouteParameter.Of(json, draft.Root)?.Type != type)
        {
            SetType(draft.Version.IsSwagger ? json : SchemaOf(json), type);
        }

        return json;
    }

    private static JsonObject SchemaOf(JsonObject parameter)
    {
        if (parameter.Member("schema") is not { } schema || schema.ContainsKey("$ref"))
        {
            schema = [];
            parameter["schema"] = schema;
        }

        return schema;
    }

    private static void SetType(JsonObject schema, string type)
    {
        schema["type"] = type;
        // They belonged to the type before.
        schema.Remove("format");
        schema.Remove("items");

        if (type is "array")
        {
            schema["items"] = new JsonObject { ["type"] = "string" };
        }
    }

    /// <summary>What stands in the document already is not judged here: that is lint's.</summary>
    private static void Check(RouteName route, List<RouteParameter> parameters, List<RouteParameter> own, IReadOnlyList<string> variables)
    {
        foreach (var parameter in parameters.Except(own))
        {
            var known = own.Find(parameter.IsSameAs);
            var fault = parameter switch
            {
                { In: "path" } when !variables.Contains(parameter.Name) => $"The path of {route} has no variable {{{parameter.Name}}}.",
                { In: "path", Required: false } => $"A variable of the path is always required; '{parameter.Name}' is not.",
                _ when known is null && !Places.Contains(parameter.In) => $"A parameter stands in the path, the query or a header; '{parameter.Name}' stands in '{parameter.In}'.",
                _ when known is null && !Name().IsMatch(parameter.Name) => $"A parameter's name is made of letters, digits and . _ $ - only; '{parameter.Name}' is not.",
                { Type: { } type } when !Types.Contains(type) && type != known?.Type => $"A parameter is one of {string.Join(", ", Types)}; '{parameter.Name}' is {type}.",
                _ => null,
            };

            if (fault is not null)
            {
                throw new EditRefusedException(fault);
            }
        }

        if (parameters.Find(parameter => parameters.Count(parameter.IsSameAs) > 1) is { } twice)
        {
            throw new EditRefusedException($"The parameter '{twice.Name}' stands twice in the {twice.In}.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._$-]+\z")]
    private static partial Regex Name();
}
