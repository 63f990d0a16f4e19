using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Connections;

/// <summary>Takes over what somebody else has made of what belongs to an account. The portal keeps no wish of its own about it, so nothing but what it is held against changes.</summary>
internal sealed class TakenThing : ITakesOver
{
    public Task<Answer<string>?> TakeOverAsync(Takeover wanted, CancellationToken cancellationToken) => Task.FromResult(wanted switch
    {
        { Found: not (ClientCertificateSpec or AccountSettingsSpec or VpcLinkSpec or VpcLinkV2Spec or DomainNameSpec) } => null,
        _ when !wanted.Roles.Grant(Policies.ManageConnections) => Platform.Refusals.NotAllowed,
        _ => (Answer<string>?)$"The {wanted.Found.Label} is taken as it is.",
    });
}
