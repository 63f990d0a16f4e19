namespace Portal.Client.Stages.Admin;

/// <summary>A stage variable as it is typed.</summary>
public sealed class VariableDraft
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>The routes need it, so its name stands.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>What the stage has, and what its routes need beside.</summary>
    public static List<VariableDraft> Of(IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> needed) =>
    [
        .. variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => new VariableDraft { Name = variable.Key, Value = variable.Value, IsNeeded = needed.Contains(variable.Key) }),
        .. needed.Where(name => !variables.ContainsKey(name)).Select(name => new VariableDraft { Name = name, IsNeeded = true }),
    ];

    /// <summary>Without rows that say nothing; of two with one name, the later.</summary>
    public static Dictionary<string, string> ToMap(IEnumerable<VariableDraft> drafts)
    {
        var map = new Dictionary<string, string>();
        foreach (var draft in drafts.Where(draft => draft.Name.Trim() is not "" && draft.Value.Trim() is not ""))
        {
            map[draft.Name.Trim()] = draft.Value.Trim();
        }

        return map;
    }
}
