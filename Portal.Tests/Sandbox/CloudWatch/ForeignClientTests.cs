using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class ForeignClientTests
{
    private const string Script = """
        import datetime, botocore.model
        protocol = sys.argv[2]
        botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = (protocol,)
        watch = client('cloudwatch')
        assert watch.meta.service_model.resolved_protocol == protocol
        noon = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.timezone.utc)
        minute = datetime.timedelta(minutes=1)
        dimensions = [{'Name': 'ApiName', 'Value': 'pets & <more>'}, {'Name': 'Stage', 'Value': 'dev'}]
        watch.put_metric_data(Namespace='Test', MetricData=[
            {'MetricName': 'm', 'Dimensions': dimensions, 'Timestamp': noon, 'Values': [float(i) for i in range(1, 101)], 'Unit': 'Milliseconds'},
            {'MetricName': 'm', 'Dimensions': dimensions, 'Timestamp': noon + minute, 'Value': 7.5, 'Unit': 'Milliseconds'},
            {'MetricName': 'set', 'Timestamp': noon, 'StatisticValues': {'SampleCount': 4, 'Sum': 10, 'Minimum': 1, 'Maximum': 4}}])
        watch.put_metric_data(Namespace='Large', MetricData=[{'MetricName': f'metric-{i}', 'Value': i} for i in range(600)])

        listed = [one for page in watch.get_paginator('list_metrics').paginate(Namespace='Test') for one in page['Metrics']]
        assert listed == [{'Namespace': 'Test', 'MetricName': 'm', 'Dimensions': dimensions}, {'Namespace': 'Test', 'MetricName': 'set', 'Dimensions': []}], listed
        assert len([one for page in watch.get_paginator('list_metrics').paginate(Namespace='Large') for one in page['Metrics']]) == 600
        assert watch.list_metrics(Namespace='Nothing')['Metrics'] == []

        def query(id, stat, period=60):
            return {'Id': id, 'MetricStat': {'Metric': {'Namespace': 'Test', 'MetricName': 'm', 'Dimensions': dimensions}, 'Period': period, 'Stat': stat}}
        stats = ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum', 'p50', 'p90', 'p99', 'p99.9']
        queries = [query(f's{i}', stat) for i, stat in enumerate(stats)]
        span = {'StartTime': noon, 'EndTime': noon + 10 * minute}
        answer = watch.get_metric_data(MetricDataQueries=queries, **span)
        assert [one['Values'] for one in answer['MetricDataResults']] == [[1, 100], [7.5, 5050], [7.5, 50.5], [7.5, 1], [7.5, 100], [7.5, 50], [7.5, 90], [7.5, 99], [7.5, 100]], answer
        assert answer['MetricDataResults'][0]['Timestamps'] == [noon + minute, noon] and answer['MetricDataResults'][0]['StatusCode'] == 'Complete'
        assert answer['MetricDataResults'][5]['Label'] == 'm p50' and answer['Messages'] == []
        pages = list(watch.get_paginator('get_metric_data').paginate(MetricDataQueries=queries, ScanBy='TimestampAscending', MaxDatapoints=1, **span))
        assert [value for page in pages for one in page['MetricDataResults'] for value in one['Values']] == [value for one in answer['MetricDataResults'] for value in reversed(one['Values'])], pages

        old = watch.get_metric_statistics(Namespace='Test', MetricName='m', Dimensions=dimensions, Period=300, Statistics=['Sum', 'Maximum'], **span)
        assert old['Datapoints'] == [{'Timestamp': noon, 'Sum': 5057.5, 'Maximum': 100.0, 'Unit': 'Milliseconds'}] and old['Label'] == 'm', old
        old = watch.get_metric_statistics(Namespace='Test', MetricName='m', Dimensions=dimensions, Period=300, ExtendedStatistics=['p90'], **span)
        assert old['Datapoints'] == [{'Timestamp': noon, 'Unit': 'Milliseconds', 'ExtendedStatistics': {'p90': 90.0}}], old

        def refused(code, operation, **arguments):
            try:
                getattr(watch, operation)(**arguments)
            except ClientError as error:
                assert error.response['Error']['Code'] == code, error.response
                return
            raise AssertionError(operation + ' was not refused')
        refused('InvalidNextToken', 'get_metric_data', MetricDataQueries=queries, NextToken='x', **span)
        refused('InvalidParameterValue', 'put_metric_data', Namespace='Test', MetricData=[{'MetricName': 'm', 'Value': 1, 'Timestamp': noon - 30 * 1440 * minute}])
        refused('InvalidParameterCombination', 'get_metric_statistics', Namespace='Test', MetricName='m', Period=60, StartTime=noon - 3000 * minute, EndTime=noon, Statistics=['Sum'])
        refused('ValidationError', 'get_metric_data', MetricDataQueries=[query('a', 'Median')], **span)
        refused('UnknownOperationException', 'list_dashboards')
        """;

    [Theory]
    [InlineData("json")]
    [InlineData("query")]
    [InlineData("smithy-rpc-v2-cbor")]
    public async Task Metrics_are_put_and_read_back_by_boto3(string protocol)
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(Watch.Noon.AddMinutes(30)) });

        await ForeignClient.RunAsync(bench, Script, protocol);
    }
}
