using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What a run changes, step by step: in sentences, or as a diff.</summary>
public sealed partial class RunChanges
{
    /// <summary>Longer groups are closed until asked for.</summary>
    private const int ShownOpen = 30;

    private readonly Dictionary<int, IReadOnlyList<string>> _whole = [];
    private bool _diff;
    private Refusal? _refusal;

    [Parameter, EditorRequired]
    public required RunView Run { get; set; }

    private static string Sign(StepAction action) => action switch
    {
        StepAction.Create => "+",
        StepAction.Delete => "−",
        _ => "~",
    };

    /// <summary>A route's sentences name its method and path; models and variables their kind.</summary>
    private static List<(string Part, List<string> Sentences)> Parts(StepView step) =>
    [
        .. step.Details.GroupBy(PartOf).OrderBy(group => group.Key.Order).Select(group => (group.Key.Text, group.ToList())),
    ];

    private static (int Order, string Text) PartOf(string sentence)
    {
        var words = sentence.Split(' ');

        return words.Any(word => word is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" or "ANY")
            ? (0, "Routes")
            : words switch
            {
                [_, "the", "model" or "models", ..] => (1, "Models"),
                [_, "the", "variable" or "variables", ..] => (2, "Variables"),
                _ => (3, "Settings"),
            };
    }

    private IReadOnlyList<string> Lines(StepView step) => _whole.GetValueOrDefault(step.Ordinal, step.Lines);

    private async Task ShowWholeAsync(StepView step)
    {
        _refusal = null;
        switch (await Portal.SendAsync(new GetStepText(Run.Id, step.Ordinal), Leaving))
        {
            case Answer<StepText>.Given(var text):
                _whole[step.Ordinal] = text.Lines;
                break;
            case Answer<StepText>.Refused(var refusal):
                _refusal = refusal;
                break;
        }
    }
}
