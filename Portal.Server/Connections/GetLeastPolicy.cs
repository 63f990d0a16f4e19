using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class GetLeastPolicyHandler : IHandler<GetLeastPolicy, LeastPolicy>
{
    public Task<Answer<LeastPolicy>> HandleAsync(GetLeastPolicy request, CurrentUser user, CancellationToken cancellationToken) =>
        Task.FromResult<Answer<LeastPolicy>>(IamPolicy.Of(request.Region, request.Writing));
}
