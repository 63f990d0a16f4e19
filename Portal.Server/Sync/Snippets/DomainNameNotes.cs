using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>What leads on from a domain name and is a resource of its own in the files of other tools, as comments: how each is to be stands in the difference.</summary>
internal static class DomainNameNotes
{
    /// <param name="domain">The name.</param>
    /// <param name="mapping">What the tool calls a mapping of a path.</param>
    /// <param name="association">What the tool calls the association with a VPC endpoint.</param>
    public static IEnumerable<string> Of(DomainNameSpec domain, string mapping, string association)
    {
        if (domain.Mappings.Count > 0)
        {
            yield return $"# {(domain.Mappings.Count is 1 ? "Its path" : $"Each of its {domain.Mappings.Count} paths")} is an {mapping}.";
        }

        if (domain.VpcEndpoints is { Count: > 0 } endpoints)
        {
            yield return $"# Each VPC endpoint ({string.Join(", ", endpoints.Keys)}) is an {association}.";
        }
    }
}
