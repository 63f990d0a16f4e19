namespace Portal.Shared;

/// <summary>The one way in. Pages call it in process, the HTTP API turns routes and bodies into the same requests; who asks is found out by it, never said by the caller.</summary>
public interface IPortal
{
    Task<Answer<T>> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken);
}

/// <summary>Something that can be asked of the portal. It names its answer here and the policy it demands by <see cref="DemandsAttribute"/>.</summary>
/// <typeparam name="T">The answer.</typeparam>
public interface IRequest<T>;
