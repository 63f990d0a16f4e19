using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>Collects what is found in a document, grouped by rule.</summary>
/// <param name="placeOf">Turns a place of the tree that is projected into one of the author's text.</param>
/// <param name="lineOf">The line of a place.</param>
internal sealed class Lint(Func<string, string> placeOf, Func<string, int?> lineOf)
{
    private const int Shown = 6;

    private readonly List<Group> _groups = [];
    private readonly HashSet<string> _refused = [];

    /// <summary>Whether an error concerns the document as a whole.</summary>
    public bool RefusesAll => _groups.Any(group => group.Rule.Level is FindingLevel.Error && group.Operations.Count is 0);

    public IReadOnlyList<Finding> Findings => [.. _groups.OrderByDescending(group => group.Rule.Level).Select(ToFinding)];

    /// <summary>Whether an error concerns this operation ("GET /pets").</summary>
    public bool Refuses(string operation) => _refused.Contains(operation);

    /// <param name="rule">What is the matter.</param>
    /// <param name="pointer">Where; of a group, the first place is shown.</param>
    /// <param name="operation">Which operation it concerns; null where leaving one out would not mend it.</param>
    /// <param name="subject">What stands for {0} in the message; several are listed.</param>
    /// <param name="group">Findings of one rule that are to be read one by one differ in this.</param>
    public void Add(LintRule rule, string pointer, string? operation = null, string? subject = null, string group = "")
    {
        var found = _groups.Find(known => ReferenceEquals(known.Rule, rule) && known.Name == group);

        if (found is null)
        {
            _groups.Add(found = new Group(rule, group, placeOf(pointer)));
        }

        if (operation is not null && found.Known.Add(operation))
        {
            found.Operations.Add(operation);
        }

        if (subject is not null && found.Known.Add(subject))
        {
            found.Subjects.Add(subject);
        }

        if (rule.Level is FindingLevel.Error && operation is not null)
        {
            _refused.Add(operation);
        }
    }

    private Finding ToFinding(Group group) => new()
    {
        Level = group.Rule.Level,
        Rule = group.Rule.Name,
        Pointer = group.Pointer,
        Line = lineOf(group.Pointer),
        Message = group.Rule.Message.Replace("{0}", List(group.Subjects), StringComparison.Ordinal),
        Remedy = group.Rule.Remedy.Replace("{0}", List(group.Subjects), StringComparison.Ordinal),
        Operations = group.Operations,
    };

    private static string List(List<string> subjects) => subjects.Count > Shown
        ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", subjects.Take(Shown))} and {subjects.Count - Shown} more")
        : string.Join(", ", subjects);

    private sealed record Group(LintRule Rule, string Name, string Pointer)
    {
        public List<string> Operations { get; } = [];

        public List<string> Subjects { get; } = [];

        public HashSet<string> Known { get; } = [];
    }
}
