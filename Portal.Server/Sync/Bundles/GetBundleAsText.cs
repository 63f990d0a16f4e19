using System.Text;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class GetBundleAsTextHandler(BundleReading reading, BundleViews views, RunViews runs) : IHandler<GetBundleAsText, RunText>
{
    public async Task<Answer<RunText>> HandleAsync(GetBundleAsText request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(request.Id, user, cancellationToken) is not { } found)
        {
            return Platform.Refusals.NotFound;
        }

        var bundle = await views.OfAsync(found, null, 0, int.MaxValue, cancellationToken);
        var text = new StringBuilder(Markdown(bundle));

        foreach (var item in bundle.Items.Where(item => item is { RunId: not null, State: not (PartState.InStep or PartState.LeftOut) }))
        {
            text.AppendLine().Append(GetRunAsTextHandler.Markdown(await runs.OfAsync(item.RunId!.Value, cancellationToken)));
        }

        return new RunText(text.ToString());
    }

    /// <summary>All of it in a table; each change set in full comes after it.</summary>
    internal static string Markdown(BundleView bundle)
    {
        var text = new StringBuilder()
            .Append("# ").AppendLine(bundle.Title)
            .AppendLine()
            .AppendLine("| thing | state | steps |")
            .AppendLine("|---|---|---|");

        foreach (var item in bundle.Items)
        {
            text.Append("| ").Append(Cell(item.Name)).Append(" | ").Append(Cell(State(item))).Append(" | ").Append(item.Progress.Done).Append(" of ").Append(item.Progress.Total).AppendLine(" |");
        }

        if (bundle.IsBeingProposed)
        {
            text.AppendLine().Append(ChangeWords.Count(bundle.Count(PartState.Waiting), "part")).AppendLine(" are still to be compared with AWS.");
        }

        if (bundle.Fingerprint is { } fingerprint)
        {
            text.AppendLine().Append(ChangeWords.Count(bundle.Approvable, "change set")).Append(" can be approved together. Fingerprint `").Append(fingerprint).AppendLine("`");
        }

        return text.ToString();
    }

    private static string State(BundleItemView item) => item switch
    {
        { State: PartState.InStep } => "in step",
        { State: PartState.NotProposed, Why: var why } => $"not proposed: {why}",
        { State: PartState.LeftOut } => "left out",
        { State: PartState.HeldBack, Why: var why } => $"Proposed: {why}",
        { State: PartState.Waiting, Why: { } why } => $"Waiting: {why}",
        _ => $"{item.State}",
    };

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
