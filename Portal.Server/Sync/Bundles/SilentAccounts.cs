using System.Collections.Concurrent;
using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Sync.Bundles;

/// <summary>
/// Finds out once for all parts of a connection that its account does not answer, or lets nobody in: by one small read before some of them are compared, and again where one of them could not be read.
/// It knows so for one round.
/// </summary>
internal sealed class SilentAccounts(IAccountThings accounts) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Refusal?> _known = new();
    private readonly SemaphoreSlim _asking = new(1, 1);

    /// <summary>Why its parts need not be tried; null where it answers, as far as is known.</summary>
    public Refusal? KnownOf(Guid connection) => _known.GetValueOrDefault(connection);

    /// <summary>Asks it, unless it is known not to answer.</summary>
    public async Task<Refusal?> AskAsync(Guid connection, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);

        try
        {
            return KnownOf(connection) ?? (_known[connection] = await TryAsync(connection, cancellationToken));
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<Refusal?> TryAsync(Guid connection, CancellationToken cancellationToken)
    {
        try
        {
            await accounts.SettingsAsync(connection, cancellationToken);

            return null;
        }
        catch (GatewayRefusedException refused)
        {
            // Who may not read this may still read the rest.
            return refused.IsOfTheEntrance ? Refusals.AccountSilent(refused) : null;
        }
    }
}
