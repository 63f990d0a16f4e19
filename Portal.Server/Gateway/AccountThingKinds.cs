namespace Portal.Server.Gateway;

/// <summary>The kinds that belong to an account and Region rather than to one API, and can bear the portal's tag.</summary>
internal static class AccountThingKinds
{
    public static IReadOnlyList<Kind> All { get; } = [Kind.ClientCertificate, Kind.VpcLink, Kind.VpcLinkV2, Kind.DomainName];

    /// <summary>As a list names it.</summary>
    public static string Word(Kind kind) => kind switch
    {
        Kind.ClientCertificate => "Client certificate",
        Kind.DomainName => "Domain name",
        Kind.VpcLink or Kind.VpcLinkV2 => "VPC link",
        _ => throw new System.Diagnostics.UnreachableException($"{kind} is no kind of an account."),
    };
}
