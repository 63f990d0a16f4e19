using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents;

/// <summary>Finds the operations of a document and holds their paths against what API Gateway takes. What it refuses is in the lint, not in the list.</summary>
internal sealed partial class ProjectionPaths(ProjectionSource source, Lint lint)
{
    public const string LeaveOut = "x-portal-leave-out";

    private const int MaxResources = 300;

    private readonly List<Entry> _entries = [];

    /// <summary>Reads and checks; done once.</summary>
    public (IReadOnlyList<ProjectionOperation> Operations, IReadOnlyList<string> EmptyResources) Read()
    {
        foreach (var (path, node) in source.Root.Member("paths").Members)
        {
            if (path is ['/', ..] && References.Follow(source.Root, node) is JsonObject item)
            {
                Read(path, item);
            }
        }

        CheckSiblings(_entries, 0);
        CheckDuplicates();
        CheckOperationIds();

        List<Entry> accepted = [.. _entries.Where(entry => !entry.Refused && (entry.Operation is null || !lint.Refuses(entry.Operation.Name)))];
        var resources = accepted.SelectMany(PathsTo).Distinct().Append("/").Count();

        if (resources > MaxResources)
        {
            lint.Add(LintPathRules.Resources, "/paths", subject: resources.ToString(CultureInfo.InvariantCulture));
        }

        // API Gateway makes a resource of each path above another one, too.
        var inUse = accepted.Where(entry => entry.Operation is not null).SelectMany(PathsTo).ToHashSet();

        return ([.. accepted.Select(entry => entry.Operation).OfType<ProjectionOperation>()], [.. accepted.SelectMany(PathsTo).Distinct().Where(path => !inUse.Contains(path))]);
    }

    private static IEnumerable<string> PathsTo(Entry entry) => Enumerable.Range(1, entry.Segments.Length).Select(length => "/" + string.Join('/', entry.Segments.Take(length)));

    private void Read(string path, JsonObject item)
    {
        var itemPointer = JsonPointer.Of("paths", path);
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var refusal = Refusal(segments);
        var members = DocumentShape.Methods.Where(method => item[method] is JsonObject).ToList();

        if (members is [])
        {
            if (refusal is null)
            {
                _entries.Add(new Entry(path, segments, null));
            }
            else
            {
                lint.Add(LintPathRules.Empty, itemPointer, subject: path);
            }
        }

        foreach (var member in members)
        {
            var route = RouteName.Of(member, path);
            var operation = new ProjectionOperation(route, segments, segments, itemPointer + "/" + PointerName.Escaped(member), (JsonObject)item[member]!, item, itemPointer);

            if (operation.Node.Flag(LeaveOut))
            {
                lint.Add(LintPathRules.LeftOut, operation.Pointer, operation.Name);
            }
            else if (refusal is { } rule)
            {
                lint.Add(rule, operation.Pointer, operation.Name, path);
            }
            else if (member is "trace")
            {
                lint.Add(LintPathRules.Method, operation.Pointer, operation.Name, "TRACE");
            }
            else
            {
                if (operation.SourcePath != path)
                {
                    lint.Add(LintPathRules.Slashes, operation.Pointer, operation.Name, path);
                }

                _entries.Add(new Entry(path, segments, operation));
                ProjectionOrigins.Check(lint, item, operation);
            }
        }
    }

    private static LintRule? Refusal(string[] segments) =>
        segments.Any(segment => !Segment().IsMatch(segment) && !Variable().IsMatch(Braces().Replace(segment, "{x}")) && Segment().IsMatch(Braces().Replace(segment, "x"))) ? LintPathRules.PartialParameter
        : segments.Any(segment => !Segment().IsMatch(segment) && !Variable().IsMatch(segment)) ? LintPathRules.Characters
        : segments.SkipLast(1).Any(segment => segment.EndsWith("+}", StringComparison.Ordinal)) ? LintPathRules.Greedy
        : null;

    /// <summary>
    /// Below one path there is one variable ("A sibling of this resource already has a variable path part -- only one is allowed"), so all take the name that most operations use.
    /// What cannot is refused: a greedy variable, or a name that stands in the path already.
    /// </summary>
    private void CheckSiblings(List<Entry> entries, int depth)
    {
        var children = entries.Where(entry => entry.Segments.Length > depth).ToList();
        var variables = children.Where(entry => entry.Segments[depth] is ['{', ..]).GroupBy(entry => entry.Segments[depth])
            .OrderByDescending(group => group.Count(entry => entry.Operation is not null)).ToList();

        foreach (var entry in variables.Skip(1).SelectMany(group => group))
        {
            Rename(entry, depth, variables[0].Key);
        }

        foreach (var child in children.Where(entry => !entry.Refused).GroupBy(entry => entry.Segments[depth]))
        {
            CheckSiblings([.. child], depth + 1);
        }
    }

    private void Rename(Entry entry, int depth, string name)
    {
        var greedy = name.EndsWith("+}", StringComparison.Ordinal) || entry.Segments[depth].EndsWith("+}", StringComparison.Ordinal);
        var below = $"below /{string.Join('/', entry.Segments.Take(depth))}";
        entry.Refused = greedy || entry.Segments.Contains(name);

        if (entry.Operation is { } operation)
        {
            lint.Add(entry.Refused ? LintPathRules.Siblings : LintPathRules.Renamed, operation.Pointer, operation.Name, $"{entry.Segments[depth]} {(entry.Refused ? "and" : "is")} {name} {below}");
        }
        else if (entry.Refused)
        {
            lint.Add(LintPathRules.Empty, JsonPointer.Of("paths", entry.Path), subject: entry.Path);
        }

        if (!entry.Refused)
        {
            entry.Segments = [.. entry.Segments.Take(depth), name, .. entry.Segments.Skip(depth + 1)];
        }
    }

    private void CheckDuplicates()
    {
        var known = new HashSet<string>();

        foreach (var operation in Accepted().Where(operation => !known.Add(operation.Key)))
        {
            lint.Add(LintPathRules.Duplicate, operation.Pointer, operation.Name, operation.Key);
        }
    }

    private void CheckOperationIds()
    {
        var known = new HashSet<string>();

        foreach (var operation in Accepted())
        {
            if (operation.Node.Text("operationId") is { Length: > 0 } id && !known.Add(id))
            {
                lint.Add(LintPathRules.OperationId, operation.Pointer + "/operationId", operation.Name, id);
            }
        }
    }

    private List<ProjectionOperation> Accepted() => [.. _entries.Select(entry => entry.Operation).OfType<ProjectionOperation>().Where(operation => !lint.Refuses(operation.Name))];

    [GeneratedRegex(@"^[A-Za-z0-9_\-.,:]+\z")]
    private static partial Regex Segment();

    [GeneratedRegex(@"^\{[A-Za-z0-9:._$-]+\+?\}\z")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();

    /// <summary>A path that is to be a resource: with one of its operations, or with none.</summary>
    private sealed class Entry(string path, string[] segments, ProjectionOperation? operation)
    {
        public string Path => path;

        public string[] Segments { get; set; } = segments;

        /// <summary>With the names that its variables have by now.</summary>
        public ProjectionOperation? Operation => operation is null ? null : new ProjectionOperation(operation.Route, operation.Source, Segments, operation.Pointer, operation.Node, operation.Item, operation.ItemPointer);

        public bool Refused { get; set; }
    }
}
