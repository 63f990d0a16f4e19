using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Keys;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice. Developers read them: what AWS said stands in the inventory, for those who run the portal.</summary>
internal static class Refusals
{
    public static Refusal NotTriedByHttp { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:keys:not-tried-by-http",
        Title = "A WebSocket API is not called like this.",
        Detail = "Connections are opened by POST /own/keys/{id}/talk, or on the page of the key.",
    };

    public static Refusal NotTriedBySocket { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:keys:not-tried-by-socket",
        Title = "Only a WebSocket API is spoken to like this.",
        Detail = "Call the stage by POST /own/keys/{id}/try.",
    };

    public static Refusal NotOffered { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:keys:not-offered",
        Title = "This plan is not offered.",
        Detail = "It may have been withdrawn meanwhile. Choose one from the API's page.",
    };

    public static Refusal Waits { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:waits-for-approval",
        Title = "This app has asked for the plan already.",
        Detail = "Somebody has to approve it first. The app's page tells when that is done.",
    };

    public static Refusal OnItsWay { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:on-its-way",
        Title = "A key was asked for at the same moment.",
        Detail = "One key was issued, not two. Look at the app's page; if nobody has seen its value, rotate or revoke it.",
    };

    public static Refusal NotSubscribed { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:not-subscribed",
        Title = "This subscription is not in force.",
        Detail = "It waits for approval, was refused, or has ended. Only then can a key be issued: subscribe again, or wait.",
    };

    public static Refusal NotInForce { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:not-in-force",
        Title = "This key does not work any more.",
        Detail = "It was revoked, has expired or is being replaced already. Look at the app's page for the one that works.",
    };

    public static Refusal BeingIssued { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:being-issued",
        Title = "A key of it is just being issued.",
        Detail = "Wait a minute, then try again.",
    };

    public static Refusal Decided { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:decided",
        Title = "This subscription does not wait any more.",
        Detail = "Somebody else decided it, or it was given up.",
    };

    public static Refusal NoSuchKey { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:keys:no-such-key",
        Title = "No key of the portal has this value.",
        Detail = "It is another portal's, was cut, or belongs to a plan that you do not reach. Keys of this portal begin with 'portalkey' and have 47 characters.",
    };

    public static Refusal UsageUnknown { get; } = new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:keys:usage-unknown",
        Title = "API Gateway does not say what this key used.",
        Detail = "That passes by itself as a rule. Try again in a minute.",
    };

    public static Refusal NotToBeTried { get; } = new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:keys:not-to-be-tried",
        Title = "This key cannot be tried from here.",
        Detail = "API Gateway does not have the stage or the key as the portal knows them, or does not say so just now. A key in your own program may still work.",
    };

    public static Refusal HasKey(string lastFour) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:has-key",
        Title = "This app has a key for the plan already.",
        Detail = $"It ends in {lastFour}. Its value is not kept and cannot be shown again: rotate it on the app's page, and the new one is shown.",
    };

    public static Refusal NameTaken(string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:name-taken",
        Title = "You have an app of this name.",
        Detail = $"Choose another name than '{name}'.",
    };

    public static Refusal NotIssued(GatewayRefusal refusal) => new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:keys:not-issued",
        Title = "The key could not be issued.",
        Detail = refusal is GatewayRefusal.Passing or GatewayRefusal.Unknown
            ? "API Gateway did not take it just now. Nothing is left of it: ask again in a minute."
            : "API Gateway refused it. Nothing is left of it. Tell those who run this portal: they see why among their keys.",
    };

    public static Refusal PlanInUse(int keys) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:keys:plan-in-use",
        Title = "Keys of developers are in this plan.",
        Detail = $"{(keys is 1 ? "One key works" : $"{keys} keys work")} through it. Revoke {(keys is 1 ? "it" : "them")} under Keys first.",
    };
}
