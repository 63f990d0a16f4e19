using System.Text;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class GetRunAsTextHandler(RunViews views) : IHandler<GetRunAsText, RunText>
{
    public async Task<Answer<RunText>> HandleAsync(GetRunAsText request, CurrentUser user, CancellationToken cancellationToken) =>
        new RunText(Markdown(await views.OfAsync(request.Id, cancellationToken)));

    internal static string Markdown(RunView run)
    {
        var text = new StringBuilder()
            .Append("# ").AppendLine(run.Title)
            .AppendLine()
            .Append("**").Append(run.State).Append("** on ").Append(run.ConnectionName)
            .Append(", ").Append(run.Progress.Done).Append(" of ").Append(ChangeWords.Count(run.Progress.Total, "step")).AppendLine(" done")
            .Append("Fingerprint `").Append(run.Fingerprint).AppendLine("`");

        AppendParagraph(text, run.QueuePosition is { } before ? $"Waits for its turn: {before} before it, about {run.TurnAt:u}. {run.WaitsFor}".TrimEnd() : run.WaitsFor);
        AppendParagraph(text, run.Outcome);

        foreach (var said in run.Brakes.Concat(run.Notes))
        {
            AppendParagraph(text, $"> {said.ReplaceLineEndings("\n> ")}");
        }

        foreach (var step in run.Steps)
        {
            text.AppendLine().Append("## ").Append(step.Ordinal + 1).Append(". ").AppendLine(step.Headline).AppendLine();
            text.Append(Sign(step.Action)).Append(" `").Append(step.Address).Append("`: ").Append(step.State);
            text.AppendLine(step.Message is null ? "" : $" ({step.Code}: {step.Message} {step.Advice})".Replace("(: ", "(", StringComparison.Ordinal));
            text.AppendLine();

            foreach (var detail in step.Details)
            {
                text.Append("- ").AppendLine(detail);
            }

            AppendDiff(text, step.Lines);
        }

        return text.ToString();
    }

    private static void AppendParagraph(StringBuilder text, string? paragraph)
    {
        if (paragraph is not null)
        {
            text.AppendLine().AppendLine(paragraph);
        }
    }

    private static void AppendDiff(StringBuilder text, IReadOnlyList<string> lines)
    {
        if (lines is [])
        {
            return;
        }

        // A value may hold a fence of its own; a longer one stands around it.
        text.AppendLine().AppendLine("````text");
        text.AppendJoin('\n', lines).AppendLine();
        text.AppendLine("````");
    }

    private static char Sign(StepAction action) => action switch
    {
        StepAction.Create => '+',
        StepAction.Update => '~',
        StepAction.Delete => '-',
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
