using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>The rules for what leads to an account of AWS, once for forms and doors.</summary>
internal static partial class ConnectionRules
{
    public static IRuleBuilderOptions<T, string> IsConnectionName<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Say a name, like 'Production, Ireland'.")
        .MaximumLength(100).WithMessage("A name has at most 100 characters.");

    public static IRuleBuilderOptions<T, string> IsRegion<T>(this IRuleBuilder<T, string> rule) => rule
        .Matches(Region()).WithMessage("A Region is written as AWS writes it: eu-west-1.");

    public static IRuleBuilderOptions<T, string?> IsRoleArn<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(arn => string.IsNullOrEmpty(arn) || RoleArn().IsMatch(arn)).WithMessage("A role is written as its ARN: arn:aws:iam::123456789012:role/Portal.")
        .MaximumLength(300).WithMessage("A role's ARN has at most 300 characters here.");

    public static IRuleBuilderOptions<T, string?> IsServiceUrl<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(url => string.IsNullOrEmpty(url) || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }))
        .WithMessage("An endpoint is an address of the form https://HOST or http://HOST:PORT.")
        .MaximumLength(300).WithMessage("An endpoint has at most 300 characters.");

    public static IRuleBuilderOptions<T, string?> IsLogGroupArn<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(arn => string.IsNullOrEmpty(arn) || LogGroupArn().IsMatch(arn)).WithMessage("A log group is written as its ARN, without ':*' at the end: arn:aws:logs:eu-west-1:123456789012:log-group:portal-access-logs.");

    public static IRuleBuilderOptions<T, string?> IsTagRule<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(tag => string.IsNullOrEmpty(tag) || tag.Split('=', 2)[0].Trim() is { Length: > 0 and <= 128 }).WithMessage("A tag is written as NAME=VALUE, or as its name alone: ManagedBy=terraform.")
        .MaximumLength(385).WithMessage("A tag has at most 128 characters in its name and 256 in its value.");

    public static IRuleBuilderOptions<T, string> IsCertificateDescription<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Say what it is for: AWS gives it no other name.")
        .MaximumLength(255).WithMessage("A description has at most 255 characters.");

    public static IRuleBuilderOptions<T, string> IsLinkName<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Say a name.")
        .MaximumLength(128).WithMessage("A name has at most 128 characters.");

    public static IRuleBuilderOptions<T, string?> IsLoadBalancerArn<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(arn => string.IsNullOrEmpty(arn) || LoadBalancerArn().IsMatch(arn)).WithMessage("A network load balancer is written as its ARN: arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/NAME/ID.");

    [GeneratedRegex(@"^arn:aws[a-z-]{0,20}:elasticloadbalancing:[a-z0-9-]{1,40}:[0-9]{12}:loadbalancer/net/[A-Za-z0-9/-]{1,200}\z")]
    private static partial Regex LoadBalancerArn();

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]{2,10}){1,3}-[0-9]{1,2}\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"^arn:aws[a-z-]{0,20}:logs:[a-z0-9-]{1,40}:[0-9]{12}:log-group:[A-Za-z0-9_/.#-]{1,400}\z")]
    private static partial Regex LogGroupArn();

    [GeneratedRegex(@"^arn:aws[a-z-]{0,20}:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,200}\z")]
    private static partial Regex RoleArn();
}
