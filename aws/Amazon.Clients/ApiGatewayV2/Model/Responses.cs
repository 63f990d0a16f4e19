// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.ApiGatewayV2.Model;

public class GetApisResponse : AmazonWebServiceResponse
{
    public List<Api> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetStagesResponse : AmazonWebServiceResponse
{
    public List<Stage> Items { get; set; }
    public string NextToken { get; set; }
}
