using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>A rule by which a domain name chooses a stage of a REST API: of those whose conditions all hold, the one with the least priority decides.</summary>
public sealed record RoutingRule
{
    /// <summary>From 1 to 1,000,000; of a name each rule has another.</summary>
    public required int Priority { get; init; }

    /// <summary>The path with which calls begin, as in "/v1"; null for any.</summary>
    public string? Path { get; init; }

    /// <summary>What their headers say; two at most.</summary>
    public IReadOnlyList<HeaderMatch> Headers { get; init; } = [];

    /// <summary>The portal's id of a stage on this connection; null where the rule leads to a foreign one, which can only stay as it is.</summary>
    public required Guid? StageId { get; init; }

    /// <summary>Whether the path is taken off before the API is called.</summary>
    public bool StripsPath { get; init; }
}

/// <param name="Name">As in "X-Version", in whatever case.</param>
/// <param name="Value">The whole value, with a star for anything at its beginning, its end or both.</param>
public sealed record HeaderMatch(string Name, string Value);

/// <summary>AWS's own rules of them: https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html</summary>
public sealed class RoutingRuleValidator : AbstractValidator<RoutingRule>
{
    /// <summary>So many a name may have.</summary>
    public const int Most = 50;

    public const int LastPriority = 1_000_000;

    public const int MostHeaders = 2;

    public RoutingRuleValidator()
    {
        RuleFor(rule => rule.Priority).InclusiveBetween(1, LastPriority).WithMessage("A priority is a number from 1 to 1,000,000.");
        RuleFor(rule => rule.Path).Must(path => path is null || (path is { Length: > 1 and <= 300 } && DomainRules.Path().IsMatch(path))).WithMessage("A path is written as in /v1 or /shop/v2; leave it out for all of them.");
        RuleFor(rule => rule.StageId).Must(stage => stage != Guid.Empty).WithMessage("Choose the stage to which it leads.");
        RuleFor(rule => rule.StripsPath).Must((rule, strips) => !strips || rule.Path is not null).WithMessage("Without a path there is none to take off.");
        RuleFor(rule => rule.Headers).NotNull()
            .Must(headers => headers is null || headers.Count <= MostHeaders).WithMessage("A rule asks for two headers at most.")
            .Must(headers => headers is null || headers.All(header => header?.Name is { } name && RoutingRuleRules.Header().IsMatch(name))).WithMessage("A header is named by at most 39 letters, digits and the signs *?-!#$%&'.^_`|~.")
            .Must(headers => headers is null || headers.All(header => header?.Value is { } value && RoutingRuleRules.Glob().IsMatch(value)))
            .WithMessage("The value of a header has at most 127 letters, digits and the signs ?-!#$%&'.^_`|~, with a star for anything at its beginning, its end or both.");
    }
}

/// <summary>The rules of a name, all together.</summary>
public sealed class RoutingRulesValidator : AbstractValidator<IDomainNameTerms>
{
    public RoutingRulesValidator()
    {
        RuleFor(terms => terms.RoutingMode).Must(mode => mode is null || RoutingModes.All.Contains(mode)).WithMessage($"A routing mode is one of {string.Join(", ", RoutingModes.All)}.");
        RuleFor(terms => terms.RoutingRules)
            .Must(rules => rules is null || rules.Count <= RoutingRuleValidator.Most).WithMessage("A name has at most 50 routing rules.")
            .Must(rules => rules is null || rules.All(rule => rule is not null)).WithMessage("A rule is missing.")
            .Must(rules => rules is null || rules.DistinctBy(rule => rule?.Priority).Count() == rules.Count).WithMessage("Each rule has a priority of its own.");
        RuleForEach(terms => terms.RoutingRules).SetValidator(new RoutingRuleValidator()).When(terms => terms.RoutingRules?.All(rule => rule is not null) is true);
    }
}

internal static partial class RoutingRuleRules
{
    [GeneratedRegex(@"\A[A-Za-z0-9*?!#$%&'.^_`|~-]{1,39}\z")]
    public static partial Regex Header();

    [GeneratedRegex(@"\A(?=.{1,127}\z)\*?[A-Za-z0-9?!#$%&'.^_`|~-]*\*?\z")]
    public static partial Regex Glob();
}
