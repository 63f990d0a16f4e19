using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Server.Stages;

/// <summary>What an approver must read beside the steps.</summary>
internal static class DeploymentNotes
{
    /// <summary>As the lint calls what the document itself leaves out.</summary>
    private const string LeftOut = "left-out";

    private const int Named = 20;

    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings, IReadOnlyList<string> commands, bool isFirst) =>
    [
        .. findings.Where(finding => finding.Rule is LeftOut).Select(finding =>
            string.Create(CultureInfo.InvariantCulture, $"Left out, as the document says ({finding.Operations.Count}): {string.Join(", ", finding.Operations)}.")),
        .. findings.Where(finding => finding.Level is FindingLevel.Warning).Select(Warning),
        .. Permissions(commands, isFirst),
    ];

    private static string Warning(Finding finding)
    {
        var sentence = $"{finding.Message} {finding.Remedy}".TrimEnd();

        return finding.Operations.Count switch
        {
            0 => sentence,
            <= Named => $"{sentence} ({string.Join(", ", finding.Operations)})",
            _ => string.Create(CultureInfo.InvariantCulture, $"{sentence} ({string.Join(", ", finding.Operations.Take(Named))} and {finding.Operations.Count - Named} more)"),
        };
    }

    private static IEnumerable<string> Permissions(IReadOnlyList<string> commands, bool isFirst)
    {
        if (commands is [])
        {
            yield break;
        }

        yield return isFirst
            ? $"Functions without a role: their calls fail with 500 until somebody has run the following once. {LambdaPermissions.UnknownApi} is known after this run; the stage's page then shows the commands whole."
            : "Functions without a role: their calls fail with 500 until somebody has run the following once.";

        foreach (var command in commands)
        {
            yield return command;
        }
    }
}
