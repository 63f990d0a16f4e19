using FluentValidation;

namespace Portal.Shared.Metrics;

/// <summary>A span of time, as an address says it: the last so much, or from one moment to another. Who says nothing gets the last hour.</summary>
public interface ITimeRange
{
    /// <summary>1h, 6h, 24h, 7d or 30d.</summary>
    string? Last { get; }

    DateTimeOffset? From { get; }

    /// <summary>Not included.</summary>
    DateTimeOffset? To { get; }
}

public static class TimeRanges
{
    /// <summary>What is shown to those who do not say.</summary>
    public const string Usual = "1h";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The spans that have a name, the shortest first.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Lasts { get; } = new Dictionary<string, TimeSpan>
    {
        ["1h"] = TimeSpan.FromHours(1),
        ["6h"] = TimeSpan.FromHours(6),
        ["24h"] = TimeSpan.FromHours(24),
        ["7d"] = TimeSpan.FromDays(7),
        ["30d"] = TimeSpan.FromDays(30),
    };

    internal static void IsTimeRange<T>(this AbstractValidator<T> validator)
        where T : ITimeRange
    {
        validator.RuleFor(range => range.Last)
            .Must(last => last is null || Lasts.ContainsKey(last)).WithMessage("The last is 1h, 6h, 24h, 7d or 30d.")
            .Must((range, last) => last is null || (range.From is null && range.To is null)).WithMessage("Say the last so much, or from and to, not both.");
        validator.RuleFor(range => range.From)
            .Must((range, from) => from is null == range.To is null).WithMessage("Say both ends, from and to.")
            .Must(from => from is null || (from >= Earliest && from < Latest)).WithMessage("Say a moment between the years 2000 and 2200.");
        validator.RuleFor(range => range.To)
            .Must(to => to is null || (to >= Earliest && to < Latest)).WithMessage("Say a moment between the years 2000 and 2200.")
            .Must((range, to) => to is null || range.From is null || to > range.From).WithMessage("The end comes after the beginning.")
            .Must((range, to) => to is null || range.From is null || to - range.From <= Longest).WithMessage("Look at 60 days at most.");
    }
}
