using System.Globalization;
using System.Text;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class GetRunAsTextHandler(RunViews views) : IHandler<GetRunAsText, RunText>
{
    public async Task<Answer<RunText>> HandleAsync(GetRunAsText request, CurrentUser user, CancellationToken cancellationToken) =>
        new RunText(Markdown(await views.OfAsync(request.Id, cancellationToken), request.Most));

    /// <param name="run">As it is now.</param>
    /// <param name="most">So many characters it has at most: a difference that does not fit is named by its length, and steps that do not fit by their number.</param>
    internal static string Markdown(RunView run, int most)
    {
        var text = new BoundedText(most).Add(Head(run));
        var left = 0;

        foreach (var step in run.Steps)
        {
            // In order, and no step after one that is missing: what is read is read without holes.
            if (left > 0 || !(text.TryAdd(StepOf(step, withDiff: true)) || text.TryAdd(StepOf(step, withDiff: false))))
            {
                left++;
            }
        }

        return (left is 0 ? text : text.Add(string.Create(CultureInfo.InvariantCulture, $"\n{ChangeWords.Count(left, "step")} more: this text ends at {most:N0} characters. The run itself has them all.\n"))).ToString();
    }

    private static string Head(RunView run)
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

        return text.ToString();
    }

    private static string StepOf(StepView step, bool withDiff)
    {
        var text = new StringBuilder().AppendLine().Append("## ").Append(step.Ordinal + 1).Append(". ").AppendLine(step.Headline).AppendLine();
        text.Append(step.Action.Sign).Append(" `").Append(step.Address).Append("`: ").Append(step.State);
        text.AppendLine(step.Message is null ? "" : $" ({step.Code}: {step.Message} {step.Advice})".Replace("(: ", "(", StringComparison.Ordinal));
        text.AppendLine();

        if (!withDiff)
        {
            return text.Append(ChangeWords.Count(step.Details.Count, "sentence")).Append(" and ").Append(ChangeWords.Count(step.Lines.Count, "line")).AppendLine(" of difference are too long for this text. The run itself has them.").ToString();
        }

        foreach (var detail in step.Details)
        {
            text.Append("- ").AppendLine(detail);
        }

        AppendDiff(text, step.Lines);

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
}
