using System.Globalization;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class GetBundleAsTextHandler(BundleReading reading, BundleViews views, RunViews runs) : IHandler<GetBundleAsText, RunText>
{
    /// <summary>With less room a change set would say little more than its title.</summary>
    private const int Least = 600;

    public async Task<Answer<RunText>> HandleAsync(GetBundleAsText request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(request.Id, user, cancellationToken) is not { } found)
        {
            return Platform.Refusals.NotFound;
        }

        var bundle = await views.OfAsync(found, null, 0, int.MaxValue, cancellationToken);
        var text = Overview(bundle, request.Most);
        var sets = bundle.Items.Where(item => item is { RunId: not null, State: not (PartState.InStep or PartState.LeftOut) }).ToList();
        var shown = 0;

        // What has no room is not read either: of a large bundle that would take long.
        while (shown < sets.Count && text.Room > Least)
        {
            text.Add($"\n{GetRunAsTextHandler.Markdown(await runs.OfAsync(sets[shown].RunId!.Value, cancellationToken), text.Room)}");
            shown++;
        }

        if (shown < sets.Count)
        {
            text.Add(string.Create(CultureInfo.InvariantCulture, $"\n{ChangeWords.Count(sets.Count - shown, "change set")} more: this text ends at {request.Most:N0} characters. The bundle's page has them all.\n"));
        }

        return new RunText(text.ToString());
    }

    /// <summary>How many are in which state, what must be known before an approval, and all of it in a table, as far as that leaves room; each change set in full comes after it.</summary>
    private static BoundedText Overview(BundleView bundle, int most)
    {
        var text = new BoundedText(most)
            .Add($"# {bundle.Title}\n\n")
            .Add($"{string.Join(", ", bundle.Counts.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {Words(pair.Key)}")))}.\n");

        if (bundle.IsBeingProposed)
        {
            text.Add($"\n{ChangeWords.Count(bundle.Count(PartState.Waiting), "part")} are still to be compared with AWS.\n");
        }

        if (bundle.Fingerprint is { } fingerprint)
        {
            text.Add($"\n{ChangeWords.Count(bundle.Approvable, "change set")} can be approved together. Fingerprint `{fingerprint}`\n");
        }

        AddAll(text, "\n", bundle.Reasons.Select(reason => $"> {ChangeWords.Count(reason.Parts, "part")} on {reason.ConnectionName}{(reason.State is PartState.Stopped ? " stopped" : "")}: {OneLine(reason.Why)}\n"), "reason", most / 8);
        AddAll(text, "\nWhat would be destroyed:\n\n", bundle.Brakes.Select(brake => $"- {OneLine(brake)}\n"), "sentence", most / 4);
        AddAll(text, "\n| thing | state | steps |\n|---|---|---|\n", bundle.Items.Select(item => $"| {Cell(item.Name)} | {Cell(State(bundle, item))} | {item.Progress.Done} of {item.Progress.Total} |\n"), "part", most / 2);

        return text;
    }

    /// <summary>What does not fit into its share of the text is counted.</summary>
    private static void AddAll(BoundedText text, string before, IEnumerable<string> pieces, string what, int share)
    {
        var (all, end, shown) = (pieces.ToList(), text.Length + share, 0);

        if (all is [] || !text.TryAdd(before))
        {
            return;
        }

        while (shown < all.Count && text.Length + all[shown].Length <= end && text.TryAdd(all[shown]))
        {
            shown++;
        }

        if (shown < all.Count)
        {
            text.Add($"\n{ChangeWords.Count(all.Count - shown, what)} more.\n");
        }
    }

    private static string State(BundleView bundle, BundleItemView item) => item switch
    {
        { State: PartState.NotProposed or PartState.Stopped, Why: { } why } => $"{Words(item.State)}: {(bundle.Reasons.Any(reason => reason.Why == why && reason.ConnectionName == item.ConnectionName) ? "as said above" : why)}",
        { State: PartState.HeldBack, Why: var why } => $"Proposed: {why}",
        { State: PartState.Waiting, Why: { } why } => $"Waiting: {why}",
        { State: PartState.InStep or PartState.LeftOut } => Words(item.State),
        _ => $"{item.State}",
    };

    private static string Words(PartState state) => state switch
    {
        PartState.InStep => "in step",
        PartState.NotProposed => "not proposed",
        PartState.LeftOut => "left out",
        PartState.HeldBack => "held back",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Cell(string text) => OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
