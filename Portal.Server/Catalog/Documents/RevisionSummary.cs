using Portal.Server.Catalog.Documents.WebSockets;

namespace Portal.Server.Catalog.Documents;

/// <summary>What a revision changed, in sentences for its history: routes first, then settings, then the rest.</summary>
internal static class RevisionSummary
{
    /// <summary>More would be read by nobody; the documents themselves can be compared.</summary>
    private const int MaxNames = 10;

    /// <summary>All sentences in one text.</summary>
    public static string Of(SourceDocument? old, SourceDocument @new) => Between(old, @new) is [_, ..] sentences ? string.Join(' ', sentences) : "Nothing changed.";

    /// <summary>Empty if the two say the same, to the byte.</summary>
    /// <param name="old">Null for a first revision.</param>
    /// <param name="new">The revision that is described.</param>
    public static IReadOnlyList<string> Between(SourceDocument? old, SourceDocument @new)
    {
        if (old is null)
        {
            return [$"First revision, with {Counted(Operation.AllOf(@new.Root).Count(), "route")}."];
        }

        if (old.Text == @new.Text)
        {
            return [];
        }

        List<string> sentences = [.. Routes(old, @new), .. SettingsSummary.Between(old, @new)];

        return sentences.Count > 0 ? sentences : ["Only the layout of the text or its comments changed."];
    }

    internal static string Counted(int count, string thing) => count is 1 ? $"1 {thing}" : $"{count} {thing}s";

    private static IEnumerable<string> Routes(SourceDocument old, SourceDocument @new)
    {
        var before = Operation.AllOf(old.Root).ToDictionary(operation => operation.Name);
        var after = Operation.AllOf(@new.Root).ToDictionary(operation => operation.Name);
        var both = after.Keys.Where(before.ContainsKey).ToList();
        var isLeftOut = (Dictionary<RouteName, Operation> side, RouteName route) => side[route].Json.Flag(Route.LeaveOutMember);

        var sentences = new[]
        {
            Named("Added", after.Keys.Where(route => !before.ContainsKey(route)).Select(Word)),
            Named("Removed", before.Keys.Where(route => !after.ContainsKey(route)).Select(Word)),
            Named("Left out", both.Where(route => isLeftOut(after, route) && !isLeftOut(before, route)).Select(Word)),
            Named("Took back", both.Where(route => !isLeftOut(after, route) && isLeftOut(before, route)).Select(Word)),
        };
        var changed =
            from route in both
            let words = OperationSummary.Between(before[route], old, after[route], @new)
            where words.Count > 0
            select $"Changed {Word(route)}: {string.Join(", ", words)}.";
        var all = changed.ToList();

        return [.. sentences.OfType<string>(), .. all.Take(MaxNames), .. all.Count > MaxNames ? [$"Changed {Counted(all.Count - MaxNames, "more route")}."] : Array.Empty<string>()];

        // Messages name their routes without a method.
        string Word(RouteName route) => @new.Root.ContainsKey(WebSocketDocument.Selection) ? route.Path[1..] : route.ToString();
    }

    private static string? Named(string verb, IEnumerable<string> routes)
    {
        var all = routes.ToList();

        return all.Count is 0 ? null : $"{verb} {string.Join(", ", all.Take(MaxNames))}{(all.Count > MaxNames ? $" and {Counted(all.Count - MaxNames, "more route")}" : "")}.";
    }
}
