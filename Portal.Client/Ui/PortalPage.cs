using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.Client.Ui;

/// <summary>
/// A page that asks the portal. What it asks ends when the page is left.
/// <code>
/// @inherits PortalPage
///
/// Apis = await Portal.SendAsync(new ListApis(), Leaving);
/// </code>
/// </summary>
public abstract class PortalPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    [Inject]
    public required IPortal Portal { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Cancelled when the page is left; still good to ask then.</summary>
    protected CancellationToken Leaving { get; }

    protected PortalPage() => Leaving = _leaving.Token;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
