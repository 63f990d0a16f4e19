using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>The difference as a text whose lines say by their first sign whether something comes, goes or changes.</summary>
internal static class RunDiff
{
    private const string None = "(none)";

    public static string Of(StepView step, IReadOnlyList<string> lines) =>
        string.Join('\n', lines.Select(Signed).Prepend($"{Sign(step.Action)} {step.Address}"));

    private static string Sign(StepAction action) => action switch
    {
        StepAction.Create => "+",
        StepAction.Delete => "-",
        _ => "~",
    };

    // "/variables/backend: (none) -> "a.example"": a pointer has no blank after a colon, so the first ": " ends it.
    private static string Signed(string line)
    {
        var said = line.TrimStart();
        var values = said.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? said[(colon + 2)..] : said;

        return (values.StartsWith($"{None} -> ", StringComparison.Ordinal), values.EndsWith($" -> {None}", StringComparison.Ordinal)) switch
        {
            (true, _) => $"  + {said}",
            (_, true) => $"  - {said}",
            _ => $"  ~ {said}",
        };
    }
}
