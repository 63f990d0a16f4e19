using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Who may call; inside an EditForm.</summary>
public sealed partial class GuardFields
{
    [Parameter, EditorRequired]
    public required GuardDraft Draft { get; set; }

    /// <summary>By name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Authorizers { get; set; }

    /// <summary>What the document demands where a route says nothing; null where it is that which is chosen.</summary>
    [Parameter]
    public Guard? Default { get; set; }

    /// <summary>Whether authorizers know scopes: those of connections do not.</summary>
    [Parameter]
    public bool HasScopes { get; set; } = true;

    private string[] Choices =>
    [
        .. Draft.IsKept ? [GuardDraft.Kept] : Array.Empty<string>(),
        .. Default is null ? [] : new[] { GuardDraft.AsDefault },
        GuardDraft.Open,
        GuardDraft.Iam,
        .. Authorizers.Select(GuardDraft.Of),
    ];

    private string Hint => Draft.Choice switch
    {
        GuardDraft.AsDefault => "What the whole API demands, also when that changes.",
        GuardDraft.Open when !HasScopes => "No authorizer: anybody may open a connection, or whoever has an API key.",
        GuardDraft.Open => "No authorizer. An API key can be demanded all the same.",
        GuardDraft.Iam => "Callers sign with Signature Version 4, and IAM says who may: execute-api:Invoke.",
        GuardDraft.Kept => "Something that is not edited here. It stays as it is.",
        _ => "API Gateway asks the authorizer before each call, or remembers what it said.",
    };

    private string Word(string choice) => choice switch
    {
        GuardDraft.AsDefault => $"As the API's default ({Default!.Words().ToLowerInvariant()})",
        GuardDraft.Open => "Everybody",
        GuardDraft.Iam => "Whoever signs with AWS credentials",
        GuardDraft.Kept => "As the document has it",
        _ => $"Whom {choice[3..]} lets through",
    };
}
