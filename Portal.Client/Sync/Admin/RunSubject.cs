using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Where the portal shows what a run is about.</summary>
internal static class RunSubject
{
    /// <summary>Null where it has no page.</summary>
    public static (string Address, string Text)? PageOf(RunView run) => run.Subject.Split('/', 2) switch
    {
        ["RestApi" or "HttpApi" or "WebSocketApi" or "Documentation", var id] => ($"apis/{id}", "To the API"),
        ["UsagePlan", var id] => ($"plans/{id}", "To the usage plan"),
        ["ClientCertificate", _] => ($"connections/{run.Connection}/certificates", "To the client certificates"),
        ["VpcLink" or "VpcLinkV2", _] => ($"connections/{run.Connection}/vpc-links", "To the VPC links"),
        ["DomainName", _] => ($"connections/{run.Connection}/domain-names", "To the domain names"),
        ["AccountSettings", var id] => ($"connections/{id}", "To the connection"),
        ["Mark", var id] => ($"connections/{id}", "To the connection"),
        _ => null,
    };
}
