namespace Portal.Tests.Sandbox;

/// <summary>Calls of the operations that no story of the other scripts comes by.</summary>
internal static class ForeignRestScript
{
    public const string TheRest = ForeignClientScript.Prelude + """
        id = call('create_rest_api', 201, name='rest')['id']
        root = call('get_resources', restApiId=id)['items'][0]['id']
        at = {'restApiId': id, 'resourceId': root, 'httpMethod': 'GET'}
        call('put_method', 201, **at, authorizationType='NONE')
        call('put_integration', 201, **at, type='MOCK')
        call('put_method_response', 201, **at, statusCode='200')
        call('put_integration_response', 201, **at, statusCode='200')
        call('delete_integration_response', 204, **at, statusCode='200')
        assert refused('get_integration_response', 'NotFoundException', **at, statusCode='200') == 'Invalid Response status code specified'
        call('delete_method_response', 204, **at, statusCode='200')
        assert 'methodResponses' not in call('get_method', **at)
        call('create_model', 201, restApiId=id, name='Pet', contentType='application/json', schema='{"type": "object"}')
        call('delete_model', 202, restApiId=id, modelName='Pet')
        refused('get_model', 'NotFoundException', restApiId=id, modelName='Pet')
        validator = call('create_request_validator', 201, restApiId=id, name='all', validateRequestBody=True)
        assert call('get_request_validator', restApiId=id, requestValidatorId=validator['id']) == validator
        call('delete_request_validator', 202, restApiId=id, requestValidatorId=validator['id'])
        authorizer = call('create_authorizer', 201, restApiId=id, name='pool', type='COGNITO_USER_POOLS', providerARNs=['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/x'])
        call('delete_authorizer', 202, restApiId=id, authorizerId=authorizer['id'])
        assert call('get_authorizers', restApiId=id)['items'] == []

        call('put_integration_response', 201, **at, statusCode='200')
        call('create_deployment', 201, restApiId=id, stageName='dev')
        export = api.get_export(restApiId=id, stageName='dev', exportType='oas30', parameters={'extensions': 'integrations'}, accepts='application/json')
        assert export['contentType'].startswith('application/') and json.loads(export['body'].read())['info']['title'] == 'rest', export

        logs = client('logs')
        logs.create_log_group(logGroupName='g')
        logs.create_log_stream(logGroupName='g', logStreamName='s')
        logs.put_retention_policy(logGroupName='g', retentionInDays=1)
        logs.delete_retention_policy(logGroupName='g')
        assert 'retentionInDays' not in logs.describe_log_groups()['logGroups'][0]
        query = logs.start_query(logGroupName='g', startTime=0, endTime=1, queryString='fields @message | limit 1')['queryId']
        assert logs.get_query_results(queryId=query)['results'] == []
        assert [one['queryId'] for one in logs.describe_queries(logGroupName='g')['queries']] == [query]
        try:
            logs.stop_query(queryId=query)
        except ClientError as error:
            # One that has ended cannot be stopped.
            assert error.response['Error']['Code'] == 'InvalidParameterException', error.response
        logs.delete_log_stream(logGroupName='g', logStreamName='s')
        assert logs.describe_log_streams(logGroupName='g')['logStreams'] == []

        watch = client('cloudwatch')
        watch.put_metric_alarm(AlarmName='a', Namespace='N', MetricName='m', Statistic='Sum', Period=60, EvaluationPeriods=1, Threshold=1.0, ComparisonOperator='GreaterThanThreshold', Tags=[{'Key': 'k', 'Value': 'v'}])
        alarm = watch.describe_alarms(AlarmNames=['a'])['MetricAlarms'][0]
        assert (alarm['AlarmName'], alarm['StateValue'], alarm['ActionsEnabled']) == ('a', 'INSUFFICIENT_DATA', True), alarm
        watch.set_alarm_state(AlarmName='a', StateValue='ALARM', StateReason='a drill')
        assert watch.describe_alarms(StateValue='ALARM')['MetricAlarms'][0]['StateReason'] == 'a drill'
        assert len(watch.describe_alarm_history(AlarmName='a')['AlarmHistoryItems']) > 0
        assert [one['AlarmName'] for one in watch.describe_alarms_for_metric(Namespace='N', MetricName='m')['MetricAlarms']] == ['a']
        watch.disable_alarm_actions(AlarmNames=['a'])
        assert watch.describe_alarms()['MetricAlarms'][0]['ActionsEnabled'] is False
        watch.enable_alarm_actions(AlarmNames=['a'])
        watch.put_composite_alarm(AlarmName='both', AlarmRule='ALARM("a") AND NOT FALSE', ActionsSuppressor='a', ActionsSuppressorWaitPeriod=60, ActionsSuppressorExtensionPeriod=60)
        both = watch.describe_alarms(AlarmTypes=['CompositeAlarm'])['CompositeAlarms'][0]
        assert (both['AlarmName'], both['StateValue'], both['ActionsSuppressorWaitPeriod']) == ('both', 'ALARM', 60), both
        assert [one['AlarmName'] for one in watch.describe_alarms(ChildrenOfAlarmName='both')['MetricAlarms']] == ['a']
        watch.delete_alarms(AlarmNames=['both'])
        assert watch.list_tags_for_resource(ResourceARN=alarm['AlarmArn'])['Tags'] == [{'Key': 'k', 'Value': 'v'}]
        watch.tag_resource(ResourceARN=alarm['AlarmArn'], Tags=[{'Key': 'l', 'Value': 'w'}])
        watch.untag_resource(ResourceARN=alarm['AlarmArn'], TagKeys=['k'])
        assert watch.list_tags_for_resource(ResourceARN=alarm['AlarmArn'])['Tags'] == [{'Key': 'l', 'Value': 'w'}]
        watch.delete_alarms(AlarmNames=['a'])
        assert watch.describe_alarms()['MetricAlarms'] == []
        """;
}
