using System.Diagnostics;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is chosen about who may call.</summary>
public sealed class GuardDraft
{
    public const string AsDefault = "default";

    public const string Open = "open";

    public const string Iam = "iam";

    /// <summary>What the editor does not write stays.</summary>
    public const string Kept = "kept";

    private const string By = "by ";

    private string _was = AsDefault;

    public string Choice { get; set; } = AsDefault;

    /// <summary>With commas.</summary>
    public string? Scopes { get; set; } = "";

    public bool IsKept => _was == Kept;

    public bool IsAuthorizer => Choice.StartsWith(By, StringComparison.Ordinal);

    /// <summary>Null where it was left as it is.</summary>
    public Guard? Changed => Text == _was ? null : Guard;

    /// <summary>Null for what is kept.</summary>
    public Guard? Guard => Choice switch
    {
        AsDefault => new Guard.Default(),
        Open => new Guard.Open(),
        Iam => new Guard.Iam(),
        Kept => null,
        _ => new Guard.By { Authorizer = Choice[By.Length..], Scopes = List(Scopes) },
    };

    private string Text => IsAuthorizer ? $"{Choice} {string.Join(' ', List(Scopes))}" : Choice;

    public static string Of(string authorizer) => By + authorizer;

    public static GuardDraft Of(Guard guard, bool followsDefault)
    {
        var draft = guard switch
        {
            Guard.Other => new GuardDraft { Choice = Kept },
            _ when followsDefault => new GuardDraft(),
            Guard.Default => new GuardDraft(),
            Guard.Open => new GuardDraft { Choice = Open },
            Guard.Iam => new GuardDraft { Choice = Iam },
            Guard.By by => new GuardDraft { Choice = Of(by.Authorizer), Scopes = string.Join(", ", by.Scopes) },
            _ => throw new UnreachableException(),
        };
        draft._was = draft.Text;

        return draft;
    }

    private static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
