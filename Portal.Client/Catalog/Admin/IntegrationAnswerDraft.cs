using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about an answer of the backend.</summary>
public sealed class IntegrationAnswerDraft
{
    public string? Pattern { get; set; } = "default";

    public string? Status { get; set; } = "200";

    public string ContentHandling { get; set; } = "";

    public List<PairDraft> Headers { get; private init; } = [];

    public List<PairDraft> Templates { get; private init; } = [];

    /// <summary>Whether it does more than pass a status on.</summary>
    public bool IsSaid => ContentHandling is not "" || Headers is not [] || Templates is not [];

    public static IntegrationAnswerDraft Of(IntegrationAnswerView answer) => new()
    {
        Pattern = answer.Pattern,
        Status = answer.Status,
        ContentHandling = answer.ContentHandling ?? "",
        Headers = PairDraft.Of(answer.Headers),
        Templates = PairDraft.Of(answer.Templates),
    };

    public IntegrationAnswerView ToView() => new()
    {
        Pattern = Pattern?.Trim() ?? "",
        Status = Status?.Trim() ?? "",
        ContentHandling = ContentHandling is "" ? null : ContentHandling,
        Headers = PairDraft.ToPairs(Headers),
        Templates = PairDraft.ToPairs(Templates),
    };
}
