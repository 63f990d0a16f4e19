using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>A stage as the files of other tools name it.</summary>
/// <param name="ApiId">AWS's id of a foreign API; null of one of the portal's, which is a reference there.</param>
/// <param name="Stage">The name of the stage.</param>
/// <param name="Words">"dev of Pets".</param>
internal sealed record SnippetPlace(string? ApiId, string Stage, string Words)
{
    /// <summary>A run knows stages as "dev of Pets"; a stage that it does not know is said by the portal's key.</summary>
    public static SnippetPlace Of(string key, IReadOnlyDictionary<string, string> names)
    {
        if (UsagePlanSpec.ForeignOf(key) is { } foreign)
        {
            return new(foreign.RestApiId, foreign.StageName, "");
        }

        var name = names.GetValueOrDefault(key, key);

        return new(null, name.Split(' ')[0], name);
    }
}
