using System.Diagnostics;
using Portal.Shared;

namespace Portal.Client.Shell;

/// <summary>What a first step is called, what it is for, and where it is made.</summary>
/// <param name="Title">As a deed.</param>
/// <param name="Text">What happens.</param>
/// <param name="Policy">What it takes to make it.</param>
/// <param name="Ways">Pages to go to, the usual one first.</param>
internal sealed record FirstStepWords(string Title, string Text, string Policy, IReadOnlyList<(string Text, string Address)> Ways)
{
    public static FirstStepWords Of(FirstStep step) => step switch
    {
        FirstStep.Api => new("Bring an API", "Import an OpenAPI document that you have, or define the API here, route by route.", Policies.EditCatalog, [("Import a document", "apis/import"), ("Define an API", "apis/new")]),
        FirstStep.Deploy => new("Deploy it", "On the API's page, Deploy proposes a change set: in words, and line by line. Nothing is written before somebody approves it. Then the page shows the address that answers.", Policies.ApplyChanges, [("To the APIs", "apis")]),
        FirstStep.Promote => new("Promote it", "Add a second stage, and bring what dev runs to it: the same deployment, after a look at what its callers would notice. Rolling back takes two clicks.", Policies.ApplyChanges, [("To the board", "board")]),
        FirstStep.Plan => new("Make a usage plan", "Rate, burst and quota for those who call with a key. AWS takes one change of a plan every 20 seconds; the run says how long it waits.", Policies.EditPlans, [("Usage plans", "plans")]),
        FirstStep.Publish => new("Show it to developers", "Publish the API for everyone or for those who are signed in, and offer a plan with it. They find it in the catalog, with its reference.", Policies.EditCatalog, [("To the APIs", "apis"), ("See the catalog", "catalog")]),
        FirstStep.Key => new("Give out a key", "A developer registers, makes an app and subscribes. The key is shown once, and stored nowhere.", Policies.ReadPlans, [("To the keys", "keys")]),
        FirstStep.Measure => new("Watch the calls", "Calls, errors and latency of each stage, with a mark at each release.", Policies.ReadCatalog, [("To the metrics", "metrics")]),
        FirstStep.Prove => new("Prove the record", "Who did what is sealed line by line. One click proves that nothing was changed or removed.", Policies.ReadAudit, [("To the audit trail", "audit")]),
        _ => throw new UnreachableException(),
    };
}
