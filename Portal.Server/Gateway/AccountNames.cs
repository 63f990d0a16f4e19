namespace Portal.Server.Gateway;

/// <summary>What people call things that belong to an account.</summary>
internal static class AccountNames
{
    public static string Of(Spec spec) => spec switch
    {
        ClientCertificateSpec certificate => certificate.Name,
        DomainNameSpec domain => domain.Name,
        VpcLinkSpec link => link.Name,
        VpcLinkV2Spec link => link.Name,
        _ => spec.Label,
    };
}
