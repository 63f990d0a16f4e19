namespace Portal.Tests.Sandbox.CloudWatch;

/// <summary>Metrics and alarms, as a client uses them that is not ours, in the protocol that it is told.</summary>
internal static class MetricScript
{
    public const string PutAndReadBack = """
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
        math = watch.get_metric_data(MetricDataQueries=[dict(query('m1', 'Sum'), ReturnData=False), dict(query('m2', 'SampleCount'), ReturnData=False), {'Id': 'mean', 'Expression': 'm1 / m2', 'Label': 'mean ${LAST}'}, {'Id': 'found', 'Expression': "SEARCH('{Test,ApiName,Stage} m', 'tm90', 60)"}], **span)
        assert [(one['Id'], one['Label'], one['Values']) for one in math['MetricDataResults']] == [('mean', 'mean 7.5', [7.5, 50.5]), ('found', 'm', [7.5, 45.5])], math
        pages = list(watch.get_paginator('get_metric_data').paginate(MetricDataQueries=queries, ScanBy='TimestampAscending', MaxDatapoints=1, **span))
        assert [value for page in pages for one in page['MetricDataResults'] for value in one['Values']] == [value for one in answer['MetricDataResults'] for value in reversed(one['Values'])], pages

        old = watch.get_metric_statistics(Namespace='Test', MetricName='m', Dimensions=dimensions, Period=300, Statistics=['Sum', 'Maximum'], **span)
        assert old['Datapoints'] == [{'Timestamp': noon, 'Sum': 5057.5, 'Maximum': 100.0, 'Unit': 'Milliseconds'}] and old['Label'] == 'm', old
        old = watch.get_metric_statistics(Namespace='Test', MetricName='m', Dimensions=dimensions, Period=300, ExtendedStatistics=['p90'], **span)
        assert old['Datapoints'] == [{'Timestamp': noon, 'Unit': 'Milliseconds', 'ExtendedStatistics': {'p90': 90.0}}], old

        watch.put_metric_alarm(AlarmName='slow', MetricName='m', Namespace='Test', Dimensions=dimensions, ExtendedStatistic='p99', Period=60, EvaluationPeriods=3, DatapointsToAlarm=2, Threshold=50.5, ComparisonOperator='GreaterThanOrEqualToThreshold', TreatMissingData='breaching', AlarmActions=['arn:aws:sns:eu-central-1:123456789012:mail'], Tags=[{'Key': 'a', 'Value': 'b'}])
        watch.put_metric_alarm(AlarmName='rate', EvaluationPeriods=1, Threshold=1, ComparisonOperator='LessThanThreshold', Metrics=[dict(query('m1', 'Sum'), ReturnData=False), {'Id': 'e1', 'Expression': 'm1 * 2', 'ReturnData': True}])
        slow = watch.describe_alarms(AlarmNames=['slow'])['MetricAlarms'][0]
        assert (slow['StateValue'], slow['ExtendedStatistic'], slow['Threshold'], slow['Dimensions'], slow['ActionsEnabled'], slow['OKActions']) == ('INSUFFICIENT_DATA', 'p99', 50.5, dimensions, True, []), slow
        assert slow['StateUpdatedTimestamp'] == noon + 30 * minute and slow['DatapointsToAlarm'] == 2 and len(slow['AlarmActions']) == 1, slow
        rate = watch.describe_alarms(AlarmNamePrefix='ra')['MetricAlarms'][0]
        assert [one['ReturnData'] for one in rate['Metrics']] == [False, True] and rate['Metrics'][0]['MetricStat']['Metric']['Dimensions'] == dimensions, rate
        watch.set_alarm_state(AlarmName='slow', StateValue='ALARM', StateReason='a drill', StateReasonData='{"a": 1}')
        watch.disable_alarm_actions(AlarmNames=['slow'])
        slow = watch.describe_alarms_for_metric(Namespace='Test', MetricName='m', Dimensions=dimensions)['MetricAlarms'][0]
        assert (slow['StateValue'], slow['StateReason'], slow['ActionsEnabled']) == ('ALARM', 'a drill', False), slow
        assert [one['AlarmName'] for page in watch.get_paginator('describe_alarms').paginate(PaginationConfig={'PageSize': 1}) for one in page['MetricAlarms']] == ['rate', 'slow']
        assert [one['HistoryItemType'] for one in watch.describe_alarm_history(AlarmName='slow')['AlarmHistoryItems']] == ['ConfigurationUpdate', 'StateUpdate', 'ConfigurationUpdate']
        assert watch.list_tags_for_resource(ResourceARN=slow['AlarmArn'])['Tags'] == [{'Key': 'a', 'Value': 'b'}]
        watch.delete_alarms(AlarmNames=['slow', 'rate'])
        assert watch.describe_alarms()['MetricAlarms'] == []

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
        refused('ResourceNotFound', 'delete_alarms', AlarmNames=['nothing'])
        refused('ResourceNotFound', 'set_alarm_state', AlarmName='nothing', StateValue='OK', StateReason='')
        refused('ValidationError', 'get_metric_data', MetricDataQueries=[{'Id': 'e', 'Expression': 'm1 +'}], **span)
        refused('UnknownOperationException', 'list_dashboards')
        """;
}
