using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>What this room refuses of the ways by which domain names lead to stages.</summary>
internal static class NamingRefusals
{
    public static Refusal RulesLeadToRest(string stage) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:rules-lead-to-rest",
        Title = "Routing rules lead to stages of REST APIs.",
        Detail = $"AWS takes no other for them, and {stage} is none: lead to it by a path instead.",
    };

    public static Refusal RulesLeadToPublic(string stage) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:rules-lead-to-public",
        Title = "A public name has no routing rules to private APIs.",
        Detail = $"AWS takes them of private names alone, and {stage} is private.",
    };

    public static Refusal NoRulesBesideBothKinds { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:no-rules-beside-both-kinds",
        Title = "Routing rules decide nothing beside paths to both REST and HTTP APIs.",
        Detail = "AWS takes routing rules of a name whose paths lead to REST APIs alone, or to HTTP APIs alone. Take the ones or the others to another name, or let the paths decide.",
    };

    public static Refusal PrivateLeadToPrivate(string stage) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:private-lead-to-private",
        Title = "A private name leads to private REST APIs.",
        Detail = $"AWS takes no others for it, and {stage} is none.",
    };

    /// <summary>What a name of its kind cannot have.</summary>
    public static Refusal? Unfit(IDomainNameTerms terms, DomainNameSpec known)
    {
        IEnumerable<string> faults = known.IsPrivate
            ? new PrivateNameValidator().Validate(terms).Errors.Select(error => error.ErrorMessage)
            : terms is { Policy: null, VpcEndpoints: null or [] } ? [] : ["Private names alone have a policy and VPC endpoints."];

        return string.Join(' ', faults) is { Length: > 0 } said
            ? new() { Kind = RefusalKind.Unacceptable, Type = "urn:portal:stages:unfit-for-name", Title = $"{known.Name} cannot have that.", Detail = said }
            : null;
    }
}
