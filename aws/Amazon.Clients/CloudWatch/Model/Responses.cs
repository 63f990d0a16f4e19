// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public class GetMetricDataResponse : AmazonWebServiceResponse
{
    public List<MessageData> Messages { get; set; }
    public List<MetricDataResult> MetricDataResults { get; set; }
    public string NextToken { get; set; }
}

public class ListMetricsResponse : AmazonWebServiceResponse
{
    public List<Metric> Metrics { get; set; }
    public string NextToken { get; set; }
    public List<string> OwningAccounts { get; set; }
}

public class PutMetricDataResponse : AmazonWebServiceResponse
{
}
