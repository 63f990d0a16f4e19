using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice.</summary>
internal static class Refusals
{
    /// <summary>The type of what is refused because AWS could not be read.</summary>
    public const string Unreadable = "urn:portal:sync:gateway-unreadable";

    public static Refusal OtherFingerprint { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:other-fingerprint",
        Title = "This is not the change set that was shown.",
        Detail = "An approval is for exact steps, and names them by the fingerprint of the run. Read the run again and approve what it shows.",
    };

    public static Refusal NotAdopted { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:not-adopted",
        Title = "It was imported and is not adopted yet.",
        Detail = "The portal changes only what bears its tag. Adopt it on the connection's page; the change shown here can be approved after that.",
    };

    public static Refusal OtherBundle { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:other-bundle",
        Title = "These are not the change sets that were shown.",
        Detail = "One of them was superseded, approved or set aside meanwhile, or can be approved no more. Nothing was approved. Read the bundle again and approve what it shows.",
    };

    public static Refusal NothingToUndo { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:nothing-to-undo",
        Title = "This run has changed nothing that could be taken back.",
        Detail = "Only what a run has done can be undone, and only once it has ended.",
    };

    public static Refusal OwnedElsewhere(string owner) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:owned-elsewhere",
        Title = "Another tool owns this.",
        Detail = $"It belongs to {owner}, whose next run would take back what the portal writes. Nothing is written; the run's page has the change as a patch.",
    };

    public static Refusal GatewayRefused(GatewayRefusedException refused) => new()
    {
        Kind = RefusalKind.Upstream,
        Type = Unreadable,
        Title = "API Gateway did not say how things are.",
        Detail = $"{refused.Words} Nothing was changed. {Advice.For(refused.Refusal)}",
    };

    public static Refusal AccountSilent(GatewayRefusedException refused) => new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:sync:account-silent",
        Title = "The account does not answer.",
        Detail = $"{refused.Words} Nothing there was compared. Take it in again when the account answers.",
    };

    public static Refusal DeploymentGone(string deployment) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:deployment-gone",
        Title = "A deployment that would be needed is not there any more.",
        Detail = $"API Gateway no longer has the deployment {deployment}, and it cannot be made out of the definition as it would then be.",
    };

    public static Refusal NotNow(RunState state, string deed) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:not-now",
        Title = $"This run cannot be {deed}.",
        Detail = state switch
        {
            RunState.Proposed => "It is proposed, and nobody has approved it yet.",
            RunState.Approved => "It is approved and waits for its turn.",
            RunState.Running => "It is on its way.",
            RunState.Done => "It is done.",
            RunState.Stopped => "It has stopped; it can be continued or proposed again.",
            RunState.Cancelled => "It was set aside; propose it again.",
            RunState.Superseded => "The gateway has changed, or a later proposal took its place; propose it again.",
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    public static Refusal ReadOnly(string connection) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:read-only-connection",
        Title = $"The connection {connection} is read-only.",
        Detail = "What would change can be looked at, not applied. An administrator can switch the connection to writing.",
    };

    public static Refusal NameNotTyped(IEnumerable<string> brakes, string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:name-not-typed",
        Title = "This needs the name to be typed.",
        Detail = $"{string.Join(' ', brakes)} Type '{name}' to approve it all the same.",
    };

    public static Refusal NamesNotTyped(IEnumerable<string> brakes, IEnumerable<string> names) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:name-not-typed",
        Title = "This needs names to be typed.",
        Detail = $"{string.Join(' ', brakes)} Type {string.Join(", ", names.Select(name => $"'{name}'"))} to approve it all the same.",
    };

    public static Refusal NothingToBring(string thing) => new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:sync:nothing-to-bring",
        Title = "There is nothing to bring to AWS.",
        Detail = $"{thing} is not there, is not yours, or is an API without a stage.",
    };

    public static Refusal BeforeItFailed(string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:before-it-failed",
        Title = "What comes before it was not done.",
        Detail = $"It would have been proposed after {name}. Take it into the bundle again once that is done, or propose it by itself.",
    };

    public static Refusal PortalFailed { get; } = new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:sync:portal-failed",
        Title = "The portal itself failed at it.",
        Detail = "Its log says how. Nothing was written to AWS.",
    };

    public static Refusal NoLongerAllowed { get; } = new()
    {
        Kind = RefusalKind.NotAllowed,
        Type = "urn:portal:sync:no-longer-allowed",
        Title = "Who wanted it may not propose changes any more.",
        Detail = "Roles were taken away after the bundle was asked for. Somebody who may can propose it.",
    };

    public static Refusal StillBeingProposed { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:still-being-proposed",
        Title = "Its change sets are still being made.",
        Detail = "All of them are approved as one. Wait until the last has been compared with AWS, or leave out what waits.",
    };

    public static Refusal OnItsWay(string title) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:run-on-its-way",
        Title = "Another run on the same thing is on its way.",
        Detail = $"Wait until '{title}' has ended: what this one shows may then be no longer true.",
    };

    public static Refusal StillAtWork(string title) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:still-at-work",
        Title = "A run for it is on its way.",
        Detail = $"Wait until '{title}' has ended, or cancel it.",
    };

    public static Refusal FindingNotOpen { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:finding-not-open",
        Title = "This finding is not open.",
        Detail = "It was ignored, or has settled itself meanwhile. Look at it again.",
    };

    public static Refusal FindingCannot { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:finding-cannot",
        Title = "That cannot be done with this finding.",
        Detail = "The portal does not keep this setting, or the thing is not there any more. Change it back in AWS, or ignore the finding.",
    };

    public static Refusal NothingToCheck { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:sync:nothing-to-check",
        Title = "There is nothing to check.",
        Detail = "Nothing of it was applied by the portal yet, or it is not yours.",
    };

    public static Refusal CannotBeDescribed(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:sync:foreign-deployment",
        Title = "This cannot be taken back by the portal.",
        Detail = $"Before the run the stage {stage} served a deployment that is not the portal's. Point it back in the AWS console, or deploy another revision.",
    };
}
