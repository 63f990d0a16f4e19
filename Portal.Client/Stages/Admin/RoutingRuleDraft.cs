using System.Globalization;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>A routing rule as it is typed. Its properties are called as the request's, so that faults find them.</summary>
public sealed class RoutingRuleDraft
{
    public string? Priority { get; set; }

    public string? Path { get; set; }

    public List<HeaderDraft> Headers { get; } = [];

    public Guid StageId { get; set; }

    public bool StripsPath { get; set; }

    public static RoutingRuleDraft Of(RoutingRule rule)
    {
        var draft = new RoutingRuleDraft { Priority = rule.Priority.ToString(CultureInfo.InvariantCulture), Path = rule.Path, StageId = rule.StageId ?? Guid.Empty, StripsPath = rule.StripsPath };
        draft.Headers.AddRange(rule.Headers.Select(header => new HeaderDraft { Name = header.Name, Value = header.Value }));

        return draft;
    }

    /// <summary>What is no number, the rules refuse; a header of which nothing is said is none.</summary>
    public RoutingRule ToRule() => new()
    {
        Priority = int.TryParse(Priority, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var priority) ? priority : 0,
        Path = Path?.Trim() is { Length: > 0 } path ? path : null,
        Headers = [.. Headers.Where(header => !string.IsNullOrWhiteSpace($"{header.Name}{header.Value}")).Select(header => new HeaderMatch(header.Name?.Trim() ?? "", header.Value?.Trim() ?? ""))],
        StageId = StageId,
        StripsPath = StripsPath,
    };

    public sealed class HeaderDraft
    {
        public string? Name { get; set; }

        public string? Value { get; set; }
    }
}
