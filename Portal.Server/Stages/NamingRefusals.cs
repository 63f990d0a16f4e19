using Portal.Shared;

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
}
