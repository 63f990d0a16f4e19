using Portal.Shared;

namespace Portal.Server.Metrics;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice.</summary>
internal static class Refusals
{
    public static Refusal NoSandbox { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:metrics:no-sandbox",
        Title = "The sandbox does not run.",
        Detail = "Calls are made up by the portal's own sandbox alone. The setting Sandbox:Start says when it starts.",
    };

    public static Refusal NothingRunsThere { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:metrics:nothing-runs",
        Title = "Nothing runs in the sandbox.",
        Detail = "Deploy an API of one of your teams to a stage there first.",
    };

    public static Refusal SandboxRefused(string sentence) => new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:metrics:sandbox-refused",
        Title = "The sandbox did not make up calls.",
        Detail = sentence,
    };
}
