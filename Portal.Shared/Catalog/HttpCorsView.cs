using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>What browsers may send to an HTTP API from other sites. It answers preflights by itself, and adds the headers to each answer.</summary>
public sealed record HttpCorsView
{
    /// <summary>* for all, https://* for those of a scheme, or by name.</summary>
    public IReadOnlyList<string> AllowOrigins { get; init; } = [];

    public IReadOnlyList<string> AllowMethods { get; init; } = [];

    public IReadOnlyList<string> AllowHeaders { get; init; } = [];

    /// <summary>Headers of answers that a page may read.</summary>
    public IReadOnlyList<string> ExposeHeaders { get; init; } = [];

    /// <summary>Whether browsers may send cookies and passwords; not with *.</summary>
    public bool AllowCredentials { get; init; }

    /// <summary>For how many seconds a browser may remember the answer: -1 to 86,400; null leaves it to the browser.</summary>
    public int? MaxAge { get; init; }
}

internal sealed partial class HttpCorsRules : AbstractValidator<HttpCorsView>
{
    public HttpCorsRules()
    {
        RuleFor(cors => cors.AllowOrigins)
            .Must(origins => origins is { Count: > 0 } && origins.All(origin => origin is not null && Origin().IsMatch(origin))).WithMessage("Name one origin at least: *, https://* or like https://example.com.")
            .Must((cors, origins) => !cors.AllowCredentials || origins?.Contains("*") is not true).WithMessage("With credentials, browsers take no *: name the origins.");
        IsWords(RuleFor(cors => cors.AllowMethods)).Must((cors, methods) => !cors.AllowCredentials || methods?.Contains("*") is not true).WithMessage("With credentials, name the methods.");
        IsWords(RuleFor(cors => cors.AllowHeaders)).Must((cors, headers) => !cors.AllowCredentials || headers?.Contains("*") is not true).WithMessage("With credentials, name the headers.");
        IsWords(RuleFor(cors => cors.ExposeHeaders));
        RuleFor(cors => cors.MaxAge).Must(seconds => seconds is null or (>= -1 and <= 86_400)).WithMessage("A browser remembers a preflight for -1 to 86,400 seconds.");
    }

    private static IRuleBuilderOptions<HttpCorsView, IReadOnlyList<string>> IsWords(IRuleBuilder<HttpCorsView, IReadOnlyList<string>> rule) =>
        rule.Must(words => words is not null && words.All(word => word is not null && Word().IsMatch(word))).WithMessage("Methods and headers are words like GET and Content-Type, or *.");

    [GeneratedRegex(@"\A(\*|https?://(\*|[A-Za-z0-9.:\[\]-]+))\z")]
    private static partial Regex Origin();

    [GeneratedRegex(@"\A(\*|[A-Za-z0-9!#$%&+.^_`|~-]+)\z")]
    private static partial Regex Word();
}
