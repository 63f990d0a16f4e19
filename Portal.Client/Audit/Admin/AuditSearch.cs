using System.Globalization;
using Portal.Shared.Audit;

namespace Portal.Client.Audit.Admin;

/// <summary>What the auditor looks for, as it stands in the address.</summary>
internal sealed record AuditSearch
{
    public const int Size = 25;

    public string? Words { get; init; }

    public string? Deed { get; init; }

    public Guid? By { get; init; }

    /// <summary>The first day, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, UTC; included.</summary>
    public DateOnly? Until { get; init; }

    public int Page { get; init; } = 1;

    public bool IsNarrowed => this with { Page = 1 } != new AuditSearch();

    public string Address => Ui.Address.Of("audit", ("q", Words), ("deed", Deed), ("by", By?.ToString()), ("from", Text(From)), ("until", Text(Until)), ("page", Ui.ListPage.Word(Page)));

    public static AuditSearch Of(string? words, string? deed, string? by, string? from, string? until, string? page) => new()
    {
        Words = string.IsNullOrWhiteSpace(words) ? null : words,
        Deed = string.IsNullOrWhiteSpace(deed) ? null : deed,
        By = Guid.TryParse(by, out var id) ? id : null,
        From = Day(from),
        Until = Day(until),
        Page = Ui.ListPage.Of(page),
    };

    public ListAuditEvents ToRequest() => new()
    {
        Words = Words,
        Deed = Deed,
        By = By,
        From = Midnight(From),
        Until = Midnight(Until?.AddDays(1)),
        Skip = (Page - 1) * Size,
        Take = Size,
    };

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Midnight(DateOnly? day) => day is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
