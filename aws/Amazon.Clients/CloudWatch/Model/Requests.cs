// Written by aws/write.py.
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public class AmazonCloudWatchRequest : AmazonWebServiceRequest;

public class GetMetricDataRequest : AmazonCloudWatchRequest
{
    public DateTime? EndTime { get; set; }
    public LabelOptions LabelOptions { get; set; }
    public int? MaxDatapoints { get; set; }
    public List<MetricDataQuery> MetricDataQueries { get; set; }
    public string NextToken { get; set; }
    public ScanBy ScanBy { get; set; }
    public DateTime? StartTime { get; set; }
}

public class ListMetricsRequest : AmazonCloudWatchRequest
{
    public List<DimensionFilter> Dimensions { get; set; }
    public bool? IncludeLinkedAccounts { get; set; }
    public string MetricName { get; set; }
    public string Namespace { get; set; }
    public string NextToken { get; set; }
    public string OwningAccount { get; set; }
    public RecentlyActive RecentlyActive { get; set; }
}

public class PutMetricDataRequest : AmazonCloudWatchRequest
{
    public List<EntityMetricData> EntityMetricData { get; set; }
    public List<MetricDatum> MetricData { get; set; }
    public string Namespace { get; set; }
    public bool? StrictEntityValidation { get; set; }
}
