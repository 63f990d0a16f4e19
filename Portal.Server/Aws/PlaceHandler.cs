using Portal.Server.Platform;

namespace Portal.Server.Aws;

/// <summary>Sends nothing that may write for a portal that may have lost its place to another: one that was suspended wakes up in the middle of a run that the other goes on with.</summary>
internal sealed class PlaceHandler(OnePortal portal) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            await portal.HoldAsync(cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
