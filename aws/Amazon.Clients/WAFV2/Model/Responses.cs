// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.WAFV2.Model;

public class AssociateWebACLResponse : AmazonWebServiceResponse
{
}

public class DisassociateWebACLResponse : AmazonWebServiceResponse
{
}
