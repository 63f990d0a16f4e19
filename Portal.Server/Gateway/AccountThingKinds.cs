namespace Portal.Server.Gateway;

/// <summary>The kinds that belong to an account and Region rather than to one API, and can bear the portal's tag.</summary>
internal static class AccountThingKinds
{
    public static IReadOnlyList<Kind> All { get; } = [Kind.ClientCertificate];

    /// <summary>As a list names it.</summary>
    public static string Word(Kind kind) => kind switch
    {
        Kind.ClientCertificate => "Client certificate",
        _ => throw new System.Diagnostics.UnreachableException($"{kind} is no kind of an account."),
    };
}
