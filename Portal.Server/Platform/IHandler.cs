using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>Does what one request asks. It lives, with its database, for that one request.</summary>
internal interface IHandler<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    Task<Answer<TAnswer>> HandleAsync(TRequest request, CurrentUser user, CancellationToken cancellationToken);
}
