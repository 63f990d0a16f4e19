namespace Portal.Server.Gateway;

/// <summary>
/// Tags in specs: a spec says those tags that the portal sets, and null for one that it takes off. All others are somebody else's: they are not looked at.
/// </summary>
internal static class SpecTags
{
    /// <summary>Null where there are none: nothing is said of tags then.</summary>
    public static SortedMap<string?>? Of(IReadOnlyDictionary<string, string>? tags) =>
        tags is null or { Count: 0 } ? null : new(tags.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value)));

    /// <summary>These, as far as others say something.</summary>
    public static SortedMap<string?>? AsFarAs(this SortedMap<string?>? tags, SortedMap<string?>? said) =>
        said is null ? null : new(said.Keys.Select(key => KeyValuePair.Create(key, tags?.GetValueOrDefault(key))));

    /// <summary>These, with what was set before and is not said any more taken off.</summary>
    public static SortedMap<string?>? LettingGo(this SortedMap<string?>? tags, SortedMap<string?>? before)
    {
        var gone = (before ?? SortedMap<string?>.Empty).Where(tag => tag.Value is not null && tags?.ContainsKey(tag.Key) is not true).Select(tag => KeyValuePair.Create(tag.Key, (string?)null)).ToList();

        return gone is [] ? tags : new([.. tags ?? SortedMap<string?>.Empty, .. gone]);
    }

    /// <summary>Those that are set, without those that are taken off; null where none is.</summary>
    public static SortedMap<string?>? Set(this SortedMap<string?>? tags) => tags?.Where(tag => tag.Value is not null).ToList() is { Count: > 0 } set ? new(set) : null;

    /// <summary>The portal's own tags on a row, with what somebody changed in the gateway taken over.</summary>
    public static Dictionary<string, string> Taken(Dictionary<string, string> tags, SortedMap<string?>? known, SortedMap<string?>? found)
    {
        var taken = new Dictionary<string, string>(tags);

        foreach (var (key, value) in (found ?? SortedMap<string?>.Empty).Where(tag => known?.GetValueOrDefault(tag.Key) != tag.Value))
        {
            if (value is null)
            {
                taken.Remove(key);
            }
            else
            {
                taken[key] = value;
            }
        }

        return taken;
    }
}
