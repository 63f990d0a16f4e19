// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.ApiGatewayV2.Model;

public class AmazonApiGatewayV2Request : AmazonWebServiceRequest;

public class GetApisRequest : AmazonApiGatewayV2Request
{
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetStagesRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}
