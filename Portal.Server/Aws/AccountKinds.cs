using System.Diagnostics;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>The kinds of things that belong to an account and Region rather than to one API.</summary>
/// <param name="aws">The clients of the connection.</param>
/// <param name="known">What was imported from there.</param>
/// <param name="rights">Tells what is not the portal's to write.</param>
/// <param name="stages">Shared where all of them are listed at one moment.</param>
internal sealed class AccountKinds(AwsClients aws, KnownBook known, WriteRights rights, StageKeys? stages = null)
{
    private readonly IReadOnlyList<IAccountKind> _kinds = [new AccountSettings(aws, rights), new ClientCertificates(aws, known, rights), new VpcLinks(aws, known, rights), new VpcLinksV2(aws, known, rights), new DomainNames(aws, known, rights, stages)];

    /// <summary>Those whose things bear tags.</summary>
    public IEnumerable<IAccountKind> Taggable => _kinds.Where(kind => kind.Folder is not null);

    public IAccountKind Of(Kind kind) => _kinds.FirstOrDefault(one => one.Kind == kind) ?? throw new UnreachableException($"Nothing of an account is a {kind}.");

    public async Task<GatewayState> ReadAsync(Address thing, CancellationToken cancellationToken) =>
        (await Of(thing.Kind).ReadAsync(thing.Id, cancellationToken)).Spec is { } found ? new GatewayState([found]) : GatewayState.Empty;

    public async Task<GatewayLook> LookAsync(Address thing, CancellationToken cancellationToken) => await Of(thing.Kind).ReadAsync(thing.Id, cancellationToken) switch
    {
        { Spec: { } found } live => new GatewayLook(new GatewayState([found]), live.Beside, live.AwsId),
        var gone => new GatewayLook(GatewayState.Empty, [], null) { LastAwsId = gone.LastAwsId },
    };
}
