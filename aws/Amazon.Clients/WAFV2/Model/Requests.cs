// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.WAFV2.Model;

public class AmazonWAFV2Request : AmazonWebServiceRequest;

public class AssociateWebACLRequest : AmazonWAFV2Request
{
    public string ResourceArn { get; set; }
    public string WebACLArn { get; set; }
}

public class DisassociateWebACLRequest : AmazonWAFV2Request
{
    public string ResourceArn { get; set; }
}
