// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.WAFV2.Model;

namespace Amazon.WAFV2;

public interface IAmazonWAFV2 : IAmazonService, IDisposable
{
    Task<AssociateWebACLResponse> AssociateWebACLAsync(AssociateWebACLRequest request, CancellationToken cancellationToken = default);

    Task<DisassociateWebACLResponse> DisassociateWebACLAsync(DisassociateWebACLRequest request, CancellationToken cancellationToken = default);
}
