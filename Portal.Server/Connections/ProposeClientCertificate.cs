using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ProposeClientCertificateHandler(AccountProposals proposals, IAccountThings things, TimeProvider clock) : IHandler<ProposeClientCertificate, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeClientCertificate request, CurrentUser user, CancellationToken cancellationToken)
    {
        var description = request.Description.Trim();
        var certificate = new ClientCertificateSpec(Guid.CreateVersion7(clock.GetUtcNow()).ToString()) { Description = description };

        try
        {
            var title = request.Replaces is { } old ? $"Generate the client certificate {description} in place of {old}" : $"Generate the client certificate {description}";

            return await proposals.BringAsync(new AccountDeed(request.ConnectionId, request.TeamId, user, title, await NotesAsync(request, cancellationToken)), certificate, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }

    private async Task<IReadOnlyList<string>> NotesAsync(ProposeClientCertificate request, CancellationToken cancellationToken)
    {
        const string trust = "Have the backends trust its public part before a stage shows it: they would refuse calls else.";

        if (request.Replaces is not { } old)
        {
            return [trust];
        }

        var uses = await CertificateUses.OfAllAsync(things, request.ConnectionId, cancellationToken);
        string[] stages = [.. uses.Stages[old].Order(StringComparer.OrdinalIgnoreCase)];

        return
        [
            trust,
            stages is []
                ? $"No stage shows {old} now: it can be deleted."
                : $"These stages show {old} now, and are to be pointed at the new one: {string.Join(", ", stages)}. After that {old} can be deleted.",
        ];
    }
}
