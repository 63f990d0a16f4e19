using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Stages;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice.</summary>
internal static class Refusals
{
    public static Refusal NoSuchConnection { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:no-such-connection",
        Title = "There is no such connection.",
        Detail = "It may have been removed meanwhile. Choose one from the list.",
    };

    public static Refusal NoSuchCertificate { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:no-such-certificate",
        Title = "There is no such client certificate in this account and Region.",
        Detail = "It may have been deleted meanwhile. Choose one from the list.",
    };

    public static Refusal CertificateEnded(string name) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:certificate-ended",
        Title = $"The client certificate {name} has ended.",
        Detail = "Backends that check it would refuse calls. Generate a new one, and have the backends trust it.",
    };

    public static Refusal NoDefaultStage { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:no-default-stage",
        Title = "Only an HTTP API has a stage $default.",
        Detail = "Choose another name: letters, digits and underscores.",
    };

    public static Refusal NotTriedByHttp { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:not-tried-by-http",
        Title = "A WebSocket API is not called like this.",
        Detail = "Connections are opened by POST /stages/{id}/talk, or on the page of the stage.",
    };

    public static Refusal NotTriedBySocket { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:not-tried-by-socket",
        Title = "Only a WebSocket API is spoken to like this.",
        Detail = "Call the stage by HTTP.",
    };

    public static Refusal HasRun { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:has-run",
        Title = "Something was deployed to this stage.",
        Detail = "Callers may know it, so its removal is a change set: propose the removal, and approve what it deletes in AWS.",
    };

    public static Refusal NoSuchRevision { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:stages:no-such-revision",
        Title = "The API has no such revision.",
        Detail = "Revisions count from 1 to the latest.",
    };

    public static Refusal ForeignDeployment(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:foreign-deployment",
        Title = "The stage serves a deployment that the portal knows nothing of.",
        Detail = $"Somebody deployed to {stage} in AWS. Take over the definition that is there and deploy it, or restore what the stage served before.",
    };

    public static Refusal ApiRetired { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:api-retired",
        Title = "The API is retired.",
        Detail = "Give it another status before it is deployed.",
    };

    public static Refusal NoSuchStageToMap { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:stages:no-such-stage-to-map",
        Title = "One of the stages is not there.",
        Detail = "A domain name leads to stages of its own account and Region that you reach.",
    };

    public static Refusal NotSharedByKinds { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:not-shared-by-kinds",
        Title = "WebSocket APIs share a domain name with no others.",
        Detail = "API Gateway maps a name to stages of WebSocket APIs alone, or to stages of REST and HTTP APIs. Take another name for the one or the other.",
    };

    public static Refusal NothingToMap(IReadOnlyList<string> stages) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:nothing-to-map",
        Title = "Nothing is deployed there.",
        Detail = $"AWS maps a name to a stage that is there. Deploy first to {string.Join(", ", stages)}.",
    };

    public static Refusal Gone { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:gone",
        Title = "The stage is not in the portal any more.",
        Detail = "It was removed, or its API was. Set this run aside; add the stage again and deploy to it.",
    };

    public static Refusal NotDeployed { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:not-deployed",
        Title = "The stage cannot be called.",
        Detail = "There is no such stage in AWS. Deploy a revision first.",
    };

    public static Refusal LeadsElsewhere { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:leads-elsewhere",
        Title = "This path leads out of the stage.",
        Detail = "Only what is below the stage's own address can be called from here.",
    };

    public static Refusal NameTaken(string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:name-taken",
        Title = "The API has a stage of this name there.",
        Detail = $"Choose another name than '{name}', or another connection.",
    };

    /// <summary>Each fault stands under the rule that found it, with its place.</summary>
    public static Refusal NotDeployable(IReadOnlyList<Shared.Catalog.Finding> errors) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:not-deployable",
        Title = "API Gateway would not take this revision as it is.",
        Detail = string.Join(' ', errors.Take(5).Select(error => $"{error.Message} {error.Remedy}".TrimEnd())) + (errors.Count > 5 ? $" And {errors.Count - 5} more." : ""),
        Faults = errors
            .GroupBy(error => error.Rule)
            .ToDictionary(rule => rule.Key, IReadOnlyList<string> (rule) => [.. rule.Select(error => $"{(error.Line is { } line ? $"Line {line}: " : "")}{error.Message} {error.Remedy}".TrimEnd())]),
    };

    public static Refusal MissingVariables(IReadOnlyList<string> names) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:missing-variables",
        Title = "The stage lacks variables that this revision uses.",
        Detail = $"Calls would fail without {string.Join(", ", names)}. Set {(names.Count is 1 ? "it" : "them")} in the stage, then try again.",
        Faults = names.ToDictionary(name => name, IReadOnlyList<string> (_) => ["The stage has no such variable."]),
    };

    public static Refusal LastOfPipeline(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:last-of-pipeline",
        Title = "There is no stage to promote to.",
        Detail = $"{stage} is the last of its pipeline. Add a stage, or give it another place.",
    };

    public static Refusal NothingToPromote(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:nothing-to-promote",
        Title = "There is nothing to promote yet.",
        Detail = $"Nothing runs on {stage}. Deploy a revision there first.",
    };

    /// <param name="faults">What is wrong, a sentence for each.</param>
    public static Refusal NotOfThisKind(IEnumerable<string> faults) => new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:not-of-this-kind",
        Title = "AWS has some of these settings for other kinds of APIs only.",
        Detail = string.Join(' ', faults),
    };

    public static Refusal LimitStays { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:stages:limit-stays",
        Title = "The limit of all routes cannot be taken away.",
        Detail = "For stages of HTTP and WebSocket APIs API Gateway has no call that does it. Set one as high as the account's.",
    };

    public static Refusal NothingToSetUp(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:nothing-to-set-up",
        Title = "There is no such stage in AWS yet.",
        Detail = $"Nothing runs on {stage}. Its settings go with the first deployment.",
    };

    public static Refusal SettingsNotKept(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:settings-not-kept",
        Title = "The portal leaves the settings alone.",
        Detail = $"The settings of {stage}, or of the stage before it, are left as they are in AWS. Have both kept, on their pages, before they move on.",
    };

    public static Refusal NothingBefore(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:nothing-before",
        Title = "There is nothing to go back to.",
        Detail = $"Nothing else ran on {stage} before.",
    };

    public static Refusal RunsAlready(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:runs-already",
        Title = "The stage runs this already.",
        Detail = $"{stage} has this deployment with these variables. Choose another release.",
    };

    public static Refusal RunsAnother(string stage) => new()
    {
        Kind = RefusalKind.ChangedMeanwhile,
        Type = "urn:portal:stages:runs-another",
        Title = "The stage runs another release by now.",
        Detail = $"Somebody has changed what {stage} runs since you looked. Look again.",
    };

    public static Refusal NeedsSecondPerson(string stage) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:stages:needs-second-person",
        Title = "Another person must approve this.",
        Detail = $"You proposed it, and {stage} needs a second person. Send them the address of this page.",
    };

    /// <summary>What another room refused, with the way on where this room knows one.</summary>
    public static Refusal InOurWords(Refusal refusal, string stage, int revision) => refusal.Type is "urn:portal:sync:deployment-gone"
        ? new()
        {
            Kind = RefusalKind.Conflict,
            Type = "urn:portal:stages:deployment-gone",
            Title = "API Gateway no longer has this deployment.",
            Detail = $"Somebody deleted it in AWS. Deploy revision {revision} to {stage} instead: that writes its definition again and makes the deployment anew.",
        }
        : refusal;

    public static Refusal NoAnswer(string sentence) => new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:stages:no-answer",
        Title = "The stage did not answer.",
        Detail = sentence,
    };

    public static Refusal Upstream(GatewayRefusedException refused) => new()
    {
        Kind = RefusalKind.Upstream,
        Type = "urn:portal:stages:gateway-refused",
        Title = "API Gateway did not say where the stage answers.",
        Detail = $"{refused.Words} {Advice.ForReading(refused.Refusal)}",
    };
}
