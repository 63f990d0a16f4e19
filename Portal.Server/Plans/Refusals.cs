using Portal.Shared;

namespace Portal.Server.Plans;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice.</summary>
internal static class Refusals
{
    public static Refusal NoSuchConnection { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:plans:no-such-connection",
        Title = "There is no such connection.",
        Detail = "It may have been removed meanwhile. Choose one from the list.",
    };

    public static Refusal NoSuchStage { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:plans:no-such-stage",
        Title = "There is no such stage.",
        Detail = "A plan takes stages of APIs that you reach, on the plan's own connection. It may have been removed meanwhile. Choose one from the list.",
    };

    public static Refusal NoKeysThere { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:plans:no-keys-there",
        Title = "Stages of HTTP APIs cannot be in a usage plan.",
        Detail = "HTTP APIs have no API keys: a plan has nothing to limit there. Stages of REST and WebSocket APIs can be in one.",
    };

    public static Refusal NoMethodsThere { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:plans:no-methods-there",
        Title = "Only methods of REST APIs have limits of their own.",
        Detail = "Of a WebSocket API a plan limits connections, not messages: leave the limits of methods out. Limits of routes, for everybody, are settings of the stage.",
    };

    public static Refusal Deleted { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:plans:deleted",
        Title = "The usage plan was deleted.",
        Detail = "Take the change back that deleted it, or make a new plan.",
    };

    public static Refusal Gone { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:plans:gone",
        Title = "The usage plan is not in the portal any more.",
        Detail = "Somebody deleted it since this was proposed. Set the run aside.",
    };

    public static Refusal NameTaken(string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:plans:name-taken",
        Title = "The team has a usage plan of this name there.",
        Detail = $"Choose another name than '{name}', or another connection.",
    };

    public static Refusal NotDeployed(IReadOnlyCollection<string> stages) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:plans:not-deployed",
        Title = "Not every stage of the plan is in AWS.",
        Detail = $"Nothing is deployed to {string.Join(", ", stages)} yet. Deploy there first, or take {(stages.Count is 1 ? "it" : "them")} out of the plan.",
    };
}
