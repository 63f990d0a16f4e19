// Written by aws/write.py.
namespace Amazon.CloudWatch.Model;

public class Dimension
{
    public string Name { get; set; }
    public string Value { get; set; }
}

public class DimensionFilter
{
    public string Name { get; set; }
    public string Value { get; set; }
}

public class Entity
{
    public Dictionary<string, string> Attributes { get; set; }
    public Dictionary<string, string> KeyAttributes { get; set; }
}

public class EntityMetricData
{
    public Entity Entity { get; set; }
    public List<MetricDatum> MetricData { get; set; }
}

public class LabelOptions
{
    public string Timezone { get; set; }
}

public class MessageData
{
    public string Code { get; set; }
    public string Value { get; set; }
}

public class Metric
{
    public List<Dimension> Dimensions { get; set; }
    public string MetricName { get; set; }
    public string Namespace { get; set; }
}

public class MetricDataQuery
{
    public string AccountId { get; set; }
    public string Expression { get; set; }
    public string Id { get; set; }
    public string Label { get; set; }
    public MetricStat MetricStat { get; set; }
    public int? Period { get; set; }
    public bool? ReturnData { get; set; }
}

public class MetricDataResult
{
    public string Id { get; set; }
    public string Label { get; set; }
    public List<MessageData> Messages { get; set; }
    public StatusCode StatusCode { get; set; }
    public List<DateTime> Timestamps { get; set; }
    public List<double> Values { get; set; }
}

public class MetricDatum
{
    public List<double> Counts { get; set; }
    public List<Dimension> Dimensions { get; set; }
    public string MetricName { get; set; }
    public StatisticSet StatisticValues { get; set; }
    public int? StorageResolution { get; set; }
    public DateTime? Timestamp { get; set; }
    public StandardUnit Unit { get; set; }
    public double? Value { get; set; }
    public List<double> Values { get; set; }
}

public class MetricStat
{
    public Metric Metric { get; set; }
    public int? Period { get; set; }
    public string Stat { get; set; }
    public StandardUnit Unit { get; set; }
}

public class StatisticSet
{
    public double? Maximum { get; set; }
    public double? Minimum { get; set; }
    public double? SampleCount { get; set; }
    public double? Sum { get; set; }
}
