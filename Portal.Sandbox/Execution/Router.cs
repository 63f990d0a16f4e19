using System.Runtime.CompilerServices;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Finds the resource for a path: a static part is preferred to a variable, a variable to a greedy one. The verb plays no part in it, so a path that
/// is there without the verb is not served by a greedy sibling. Built once per definition.
/// </summary>
internal sealed class Router
{
    private static readonly ConditionalWeakTable<ApiDefinition, Router> Built = [];

    private static readonly Dictionary<string, string> None = [];

    private readonly Node _root = new();

    private Router(ApiDefinition definition)
    {
        foreach (var resource in definition.Resources.Values)
        {
            var node = _root;
            foreach (var part in RawPath.Segments(resource.Path))
            {
                node = node.Child(part);
            }

            node.Resource = resource;
        }
    }

    public static Router Of(ApiDefinition definition) => Built.GetValue(definition, static key => new(key));

    /// <summary>The resource and its path parameters, as they were sent.</summary>
    public (Resource Resource, IReadOnlyDictionary<string, string> Parameters)? Find(IReadOnlyList<string> segments)
    {
        Dictionary<string, string>? parameters = null;
        return Find(_root, segments, 0, ref parameters) is { } resource ? (resource, parameters ?? None) : null;
    }

    private static Resource? Find(Node node, IReadOnlyList<string> segments, int at, ref Dictionary<string, string>? parameters)
    {
        if (at == segments.Count)
        {
            return node.Resource?.ResourceMethods is null ? null : node.Resource;
        }

        if (node.Static.TryGetValue(RawPath.Decoded(segments[at]), out var exact) && Find(exact, segments, at + 1, ref parameters) is { } found)
        {
            return found;
        }

        if (node.Variable is var (name, child) && segments[at].Length > 0 && Find(child, segments, at + 1, ref parameters) is { } below)
        {
            (parameters ??= new(StringComparer.Ordinal)).TryAdd(name, segments[at]);
            return below;
        }

        if (node.Greedy is var (rest, greedy) && greedy.Resource?.ResourceMethods is not null)
        {
            (parameters ??= new(StringComparer.Ordinal)).TryAdd(rest, string.Join('/', segments.Skip(at)));
            return greedy.Resource;
        }

        return null;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Static { get; } = new(StringComparer.Ordinal);

        public (string Name, Node Node)? Variable { get; private set; }

        public (string Name, Node Node)? Greedy { get; private set; }

        public Resource? Resource { get; set; }

        public Node Child(string part)
        {
            if (ResourceRules.IsGreedy(part))
            {
                Greedy ??= (part[1..^2], new());
                return Greedy.Value.Node;
            }

            if (ResourceRules.IsVariable(part))
            {
                Variable ??= (part[1..^1], new());
                return Variable.Value.Node;
            }

            return Static.TryGetValue(part, out var child) ? child : Static[part] = new();
        }
    }
}
