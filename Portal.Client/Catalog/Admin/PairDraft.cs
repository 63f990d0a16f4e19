namespace Portal.Client.Catalog.Admin;

/// <summary>A name and a value that are typed: a header, a template, a mapping.</summary>
public sealed class PairDraft
{
    public string? Name { get; set; } = "";

    public string? Value { get; set; } = "";

    public static List<PairDraft> Of(IEnumerable<KeyValuePair<string, string>> pairs) => [.. pairs.Select(pair => new PairDraft { Name = pair.Key, Value = pair.Value })];

    /// <summary>Of two with one name the later counts; a row without a name is none.</summary>
    public static Dictionary<string, string> ToPairs(IEnumerable<PairDraft> rows) => rows
        .Where(row => !string.IsNullOrWhiteSpace(row.Name))
        .GroupBy(row => row.Name!.Trim())
        .ToDictionary(group => group.Key, group => group.Last().Value ?? "");
}
