using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>What API Gateway takes of an authorizer, once for forms and doors.</summary>
internal static partial class AuthorizerRules
{
    public static IRuleBuilderOptions<T, string> IsSchemeName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(name => name is not null && SchemeName().IsMatch(name)).WithMessage("A name has 1 to 128 letters, digits and . _ - only.");

    public static void IsAuthorizer<T>(this IRuleBuilder<T, Authorizer> rule) => rule
        .NotNull().WithMessage("Say what authorizer it is.")
        .SetInheritanceValidator(each => each.Add(new TokenRules()).Add(new RequestRules()).Add(new CognitoRules()).Add(new JwtRules()).Add(new HttpRequestRules()));

    private static void IsFunction<T>(IRuleBuilder<T, string> rule) => rule
        .Must(function => Arns.IsFunction(function) || Arns.IsInvocation(function))
        .WithMessage("A function is named by its ARN: arn:aws:lambda:eu-central-1:123456789012:function:name.");

    private static void IsRole<T>(IRuleBuilder<T, string?> rule) => rule
        .Must(role => role is null || Arns.IsRole(role)).WithMessage("A role is named by its ARN: arn:aws:iam::123456789012:role/name.");

    private static void IsTtl<T>(IRuleBuilder<T, int?> rule) => rule
        .Must(seconds => seconds is null or (>= 0 and <= 3600)).WithMessage("An answer is remembered for 0 to 3,600 seconds.");

    private static void IsHeader<T>(IRuleBuilder<T, string> rule) => rule
        .Must(header => header is not null && Header().IsMatch(header)).WithMessage("A header's name has letters, digits and . _ $ - only.");

    private static void IsExpression<T>(IRuleBuilder<T, string?> rule) => rule.Must(IsExpression).WithMessage("This is no regular expression.");

    private static bool IsExpression(string? expression)
    {
        try
        {
            return expression is null || Regex.IsMatch("", expression, RegexOptions.NonBacktracking) is var _;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            // What looks behind or ahead is a regular expression too, only not one that is safe to try here.
            return wrong is NotSupportedException;
        }
    }

    private sealed class TokenRules : AbstractValidator<Authorizer.Token>
    {
        public TokenRules()
        {
            IsFunction(RuleFor(authorizer => authorizer.Function));
            IsHeader(RuleFor(authorizer => authorizer.Header));
            IsExpression(RuleFor(authorizer => authorizer.ValidationExpression));
            IsRole(RuleFor(authorizer => authorizer.Role));
            IsTtl(RuleFor(authorizer => authorizer.TtlSeconds));
        }
    }

    private sealed class RequestRules : AbstractValidator<Authorizer.Request>
    {
        public RequestRules()
        {
            IsFunction(RuleFor(authorizer => authorizer.Function));
            IsRole(RuleFor(authorizer => authorizer.Role));
            IsTtl(RuleFor(authorizer => authorizer.TtlSeconds));
            RuleFor(authorizer => authorizer.IdentitySources)
                .NotNull().WithMessage("Identity sources may be none, not missing.")
                .Must((authorizer, sources) => sources is not { Count: 0 } || authorizer.TtlSeconds is 0).WithMessage("Say what a caller is known by, or remember answers for 0 seconds.")
                .Must(sources => sources is null || sources.All(source => source is not null && IdentitySource().IsMatch(source)))
                .WithMessage("An identity source is method.request.header.NAME, method.request.querystring.NAME (of WebSocket APIs, route.request...), stageVariables.NAME or context.NAME.");
        }
    }

    private sealed class CognitoRules : AbstractValidator<Authorizer.Cognito>
    {
        public CognitoRules()
        {
            RuleFor(authorizer => authorizer.UserPools)
                .Must(pools => pools is { Count: > 0 }).WithMessage("Name one user pool at least.")
                .Must(pools => pools is null || pools.All(pool => pool is not null && UserPool().IsMatch(pool)))
                .WithMessage("A user pool is named by its ARN: arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Ab12Cd34E.");
            IsHeader(RuleFor(authorizer => authorizer.Header));
            IsExpression(RuleFor(authorizer => authorizer.ValidationExpression));
        }
    }

    private sealed class JwtRules : AbstractValidator<Authorizer.Jwt>
    {
        public JwtRules()
        {
            RuleFor(authorizer => authorizer.Issuer)
                .Must(issuer => Uri.TryCreate(issuer, UriKind.Absolute, out var url) && url.Scheme is "https" && url.Host is not "")
                .WithMessage("An issuer is named by its URL: https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab12Cd34E.");
            RuleFor(authorizer => authorizer.Audience)
                .Must(audience => audience is { Count: > 0 and <= 50 } && audience.All(name => !string.IsNullOrWhiteSpace(name))).WithMessage("Name 1 to 50 audiences.");
            RuleFor(authorizer => authorizer.IdentitySource)
                .Must(source => source is not null && TokenSource().IsMatch(source)).WithMessage("A token is in $request.header.NAME or $request.querystring.NAME.");
        }
    }

    private sealed class HttpRequestRules : AbstractValidator<Authorizer.HttpRequest>
    {
        public HttpRequestRules()
        {
            IsFunction(RuleFor(authorizer => authorizer.Function));
            IsRole(RuleFor(authorizer => authorizer.Role));
            IsTtl(RuleFor(authorizer => authorizer.TtlSeconds));
            RuleFor(authorizer => authorizer.PayloadVersion).Must(version => version is "1.0" or "2.0").WithMessage("One of 1.0, 2.0.");
            RuleFor(authorizer => authorizer.SimpleResponses).Must((authorizer, simple) => !simple || authorizer.PayloadVersion is "2.0").WithMessage("Yes or no is answered in format 2.0 only.");
            RuleFor(authorizer => authorizer.IdentitySources)
                .NotNull().WithMessage("Identity sources may be none, not missing.")
                .Must((authorizer, sources) => sources is not { Count: 0 } || authorizer.TtlSeconds is null or 0).WithMessage("Say what a caller is known by, or do not remember answers.")
                .Must(sources => sources is null || sources.All(source => source is not null && HttpSource().IsMatch(source)))
                .WithMessage("An identity source is $request.header.NAME, $request.querystring.NAME, $context.NAME or $stageVariables.NAME.");
        }
    }

    [GeneratedRegex(@"\A\$request\.(header|querystring)\.[A-Za-z0-9._$-]+\z")]
    private static partial Regex TokenSource();

    [GeneratedRegex(@"\A\$(request\.(header|querystring)|context|stageVariables)\.[A-Za-z0-9._$-]+\z")]
    private static partial Regex HttpSource();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,128}\z")]
    private static partial Regex SchemeName();

    [GeneratedRegex(@"\A[A-Za-z0-9._$-]+\z")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A((method|route)\.request\.(header|querystring)\.[A-Za-z0-9._$-]+|stageVariables\.[A-Za-z0-9_]+|context\.[A-Za-z0-9._]+)\z")]
    private static partial Regex IdentitySource();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/[A-Za-z0-9_-]+\z")]
    private static partial Regex UserPool();
}
