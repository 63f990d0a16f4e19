namespace Portal.Client.Ui;

/// <summary>A tag as it is typed.</summary>
public sealed class TagDraft
{
    public string Key { get; set; } = "";

    public string Value { get; set; } = "";

    public static List<TagDraft> Of(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new TagDraft { Key = tag.Key, Value = tag.Value })];

    /// <summary>Without rows that have no key; of two with one key, the later.</summary>
    public static Dictionary<string, string> ToMap(IEnumerable<TagDraft> drafts)
    {
        var map = new Dictionary<string, string>();
        foreach (var draft in drafts.Where(draft => draft.Key.Trim() is not ""))
        {
            map[draft.Key.Trim()] = draft.Value.Trim();
        }

        return map;
    }
}
