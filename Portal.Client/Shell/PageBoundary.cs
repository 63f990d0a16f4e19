using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components.Web;

namespace Portal.Client.Shell;

/// <summary>
/// Stands around the page: on a circuit, a page that fails takes itself away, not the circuit; when prerendered, it is answered with the error page.
/// It is there both times, because what a page keeps for its circuit ([PersistentState]) is filed under the component that the page stands in.
/// </summary>
public sealed class PageBoundary : ErrorBoundary
{
    protected override Task OnErrorAsync(Exception exception)
    {
        if (!RendererInfo.IsInteractive)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return base.OnErrorAsync(exception);
    }
}
