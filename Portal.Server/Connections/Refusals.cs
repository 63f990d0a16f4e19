using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Connections;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice.</summary>
internal static class Refusals
{
    public static Refusal InUse { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:connections:in-use",
        Title = "This connection is in use.",
        Detail = "Stages of APIs run there, or changes that were made there are on record. Switch it to read-only instead.",
    };

    public static Refusal WrongName { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:connections:wrong-name",
        Title = "This is not the connection's name.",
        Detail = "Type the name exactly as it is shown. Nothing was changed.",
    };

    public static Refusal SandboxStays { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:connections:sandbox-stays",
        Title = "The sandbox is the portal's own.",
        Detail = "Its address is the portal's matter and it is not removed; it can be renamed, or kept from starting with the setting Sandbox:Start.",
    };

    public static Refusal CertificateInUse(IReadOnlyList<string> stages) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:connections:certificate-in-use",
        Title = "Stages show this certificate.",
        Detail = $"Point these at another one first: {string.Join(", ", stages)}.",
    };

    public static Refusal LinkInUse(IReadOnlyList<string> users) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:connections:link-in-use",
        Title = "APIs go through this VPC link.",
        Detail = $"Have these go another way first: {string.Join(", ", users)}.",
    };

    public static Refusal NotAnswered(GatewayRefusedException refused) => new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:connections:not-answered",
        Title = "AWS did not say how things are.",
        Detail = $"{refused.Words} {Advice.ForReading(refused.Refusal)}",
    };

    public static Refusal UnreadableState(string why) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:connections:unreadable-state",
        Title = "This is no state of Terraform that can be read.",
        Detail = $"{why} Nothing was changed.",
    };

    public static Refusal TooManyStates(int most) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:connections:too-many-states",
        Title = "This connection has many states of Terraform.",
        Detail = $"It takes at most {most}. Replace one, or take one away.",
    };

    public static Refusal NameTaken(string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:connections:name-taken",
        Title = "A connection with this name exists.",
        Detail = $"Choose another name than '{name}'.",
    };
}
