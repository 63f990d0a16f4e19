using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Stages;

public sealed class DomainNameTermsValidator : AbstractValidator<IDomainNameTerms>
{
    public DomainNameTermsValidator()
    {
        RuleFor(terms => terms.CertificateArn).Must(arn => arn is { Length: <= 300 } && DomainRules.CertificateArn().IsMatch(arn)).WithMessage("A certificate is written as its ARN: arn:aws:acm:eu-west-1:123456789012:certificate/ID.");
        RuleFor(terms => terms.SecurityPolicy).Must(policy => policy is "TLS_1_0" or "TLS_1_2" || (policy is { Length: <= 100 } && policy.StartsWith("SecurityPolicy_", StringComparison.Ordinal))).WithMessage("A security policy is TLS_1_2, TLS_1_0, or one that begins with SecurityPolicy_.");
        RuleFor(terms => terms.TruststoreUri).Must(uri => string.IsNullOrEmpty(uri) || (uri.StartsWith("s3://", StringComparison.Ordinal) && uri.Length is > 7 and <= 1100)).WithMessage("A truststore is written as s3://BUCKET/KEY.");
        RuleFor(terms => terms.TruststoreVersion).MaximumLength(1024).WithMessage("A version has at most 1,024 characters.");
        RuleFor(terms => terms.IpAddressType).Must(type => type is null or "ipv4" or "dualstack").WithMessage("Addresses are ipv4 or dualstack.");
        RuleFor(terms => terms.Mappings).NotNull()
            .Must(mappings => mappings is null || mappings.Count <= 200).WithMessage("At most 200 mappings.")
            .Must(mappings => mappings is null || mappings.All(mapping => mapping?.Path is { Length: <= 300 } path && DomainRules.Path().IsMatch(path) && path is not ("/ping" or "/sping"))).WithMessage("A path is / or as in /v1 or /shop/v2; AWS keeps /ping and /sping for itself.")
            .Must(mappings => mappings is null || mappings.DistinctBy(mapping => mapping?.Path).Count() == mappings.Count).WithMessage("Of each path there is one mapping.");
        RuleFor(terms => terms.Policy).Must(policy => policy is null || (policy.Length <= 8192 && DomainRules.IsObject(policy))).WithMessage("A policy is written as JSON, with at most 8,192 characters.");
        RuleFor(terms => terms.VpcEndpoints)
            .Must(endpoints => endpoints is null || endpoints.Count <= 100).WithMessage("At most 100 VPC endpoints.")
            .Must(endpoints => endpoints is null || endpoints.All(endpoint => endpoint is not null && DomainRules.VpcEndpoint().IsMatch(endpoint))).WithMessage("A VPC endpoint is written as vpce-0123456789abcdef0.");
        Include(new RoutingRulesValidator());
    }
}

/// <summary>What is otherwise with names that VPC endpoints alone reach: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html</summary>
public sealed class PrivateNameValidator : AbstractValidator<IDomainNameTerms>
{
    public PrivateNameValidator()
    {
        RuleFor(terms => terms.SecurityPolicy).Must(policy => policy is "TLS_1_2").WithMessage("Private names speak TLS_1_2.");
        RuleFor(terms => terms.TruststoreUri).Must(string.IsNullOrEmpty).WithMessage("Private names ask for no certificates of clients.");
        RuleFor(terms => terms.IpAddressType).Must(type => type is null or "dualstack").WithMessage("Private names are dualstack.");
        RuleFor(terms => terms.Mappings).Must(mappings => mappings is null || mappings.All(mapping => mapping?.Path?.IndexOf('/', 1) is not > 0)).WithMessage("A path of a private name has one part; a routing rule may ask for more.");
    }
}

/// <summary>How names are reached, by AWS's names.</summary>
public static class DomainEndpoints
{
    public const string Regional = "REGIONAL";

    /// <summary>By VPC endpoints alone.</summary>
    public const string Private = "PRIVATE";
}

internal static partial class DomainRules
{
    public static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);

            return document.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\Avpce-[0-9a-z-]{1,60}\z")]
    public static partial Regex VpcEndpoint();

    [GeneratedRegex(@"\A(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z]{2,63}\z")]
    public static partial Regex HostName();

    [GeneratedRegex(@"\Aarn:aws[a-z-]{0,20}:(acm:[a-z0-9-]{1,40}|iam:):[0-9]{12}:(server-)?certificate/[A-Za-z0-9/_+=,.@-]{1,200}\z")]
    public static partial Regex CertificateArn();

    [GeneratedRegex(@"\A/([A-Za-z0-9$_.+!*'()-]{1,100}(/[A-Za-z0-9$_.+!*'()-]{1,100}){0,20})?\z")]
    public static partial Regex Path();
}
