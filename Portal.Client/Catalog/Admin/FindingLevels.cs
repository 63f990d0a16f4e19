using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

internal static class FindingLevels
{
    /// <summary>By operation, the worst that was found.</summary>
    public static Dictionary<string, FindingLevel> Worst(this FindingsView found) => found.Findings
        .SelectMany(finding => finding.Operations.Select(operation => (Operation: operation, finding.Level)))
        .GroupBy(each => each.Operation)
        .ToDictionary(group => group.Key, group => group.Max(each => each.Level));
}
