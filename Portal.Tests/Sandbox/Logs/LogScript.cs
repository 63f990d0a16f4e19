namespace Portal.Tests.Sandbox.Logs;

/// <summary>Log groups, their events and queries, as a client uses them that is not ours.</summary>
internal static class LogScript
{
    public const string EventsPutAndFound = """
        logs = client('logs')
        noon = 1772452800000
        logs.create_log_group(logGroupName='/api/pets', tags={'portal:id': '7'})
        logs.create_log_stream(logGroupName='/api/pets', logStreamName='one')
        logs.put_retention_policy(logGroupName='/api/pets', retentionInDays=30)
        group = logs.describe_log_groups()['logGroups'][0]
        assert group['retentionInDays'] == 30 and group['arn'].endswith(':log-group:/api/pets:*') and group['creationTime'] == noon, group
        put = logs.put_log_events(logGroupName='/api/pets', logStreamName='one', logEvents=[{'timestamp': noon + i, 'message': '{"status": %d, "text": "\u00e4 \\" %d"}' % (200 if i % 3 else 429, i)} for i in range(1000)])
        assert put['nextSequenceToken']
        found = [one for page in logs.get_paginator('filter_log_events').paginate(logGroupName='/api/pets', filterPattern='{ $.status = 429 }', PaginationConfig={'PageSize': 50}) for one in page['events']]
        assert [one['timestamp'] for one in found] == [noon + i for i in range(0, 1000, 3)], len(found)
        assert found[1]['message'] == '{"status": 429, "text": "\u00e4 \\" 3"}' and found[1]['logStreamName'] == 'one' and found[1]['ingestionTime'] == noon and found[1]['eventId'], found[1]
        assert len(logs.filter_log_events(logGroupName='/api/pets', startTime=noon + 10, endTime=noon + 19)['events']) == 10
        page = logs.get_log_events(logGroupName='/api/pets', logStreamName='one', startFromHead=True, limit=10)
        assert [one['timestamp'] - noon for one in page['events']] == list(range(10))
        assert logs.get_log_events(logGroupName='/api/pets', logStreamName='one', nextToken=page['nextForwardToken'], limit=2)['events'][0]['timestamp'] == noon + 10
        assert logs.describe_log_streams(logGroupName='/api/pets')['logStreams'][0]['lastEventTimestamp'] == noon + 999
        def queried(text, **more):
            id = logs.start_query(**{'logGroupName': '/api/pets', 'startTime': noon // 1000, 'endTime': noon // 1000 + 60, 'queryString': text, **more})['queryId']
            while True:
                answer = logs.get_query_results(queryId=id)
                if answer['status'] not in ('Running', 'Scheduled'):
                    assert answer['status'] == 'Complete', answer
                    return [{one['field']: one['value'] for one in row if one['field'] != '@ptr'} for row in answer['results']], answer['statistics']
        rows, statistics = queried('stats count(*) as n, max(@timestamp) as last by status | sort status')
        assert rows == [{'status': '200', 'n': '666', 'last': '2026-03-02 12:00:00.998'}, {'status': '429', 'n': '334', 'last': '2026-03-02 12:00:00.999'}], rows
        assert (statistics['recordsScanned'], statistics['recordsMatched'], statistics['logGroupsScanned']) == (1000, 1000, 1), statistics
        rows, statistics = queried('fields @timestamp, status | filter status = 429', limit=2)
        assert rows == [{'@timestamp': '2026-03-02 12:00:00.999', 'status': '429'}, {'@timestamp': '2026-03-02 12:00:00.996', 'status': '429'}] and statistics['recordsMatched'] == 334, rows
        assert [one['status'] for one in logs.describe_queries(logGroupName='/api/pets')['queries']] == ['Complete', 'Complete']
        for operation, arguments, code in (('start_query', {'logGroupName': '/api/pets', 'startTime': 0, 'endTime': 1, 'queryString': 'nonsense'}, 'MalformedQueryException'), ('stop_query', {'queryId': 'nothing'}, 'ResourceNotFoundException'), ('create_log_group', {'logGroupName': '/api/pets'}, 'ResourceAlreadyExistsException'), ('filter_log_events', {'logGroupName': 'nothing'}, 'ResourceNotFoundException')):
            try:
                getattr(logs, operation)(**arguments)
                raise AssertionError(operation)
            except ClientError as error:
                assert error.response['Error']['Code'] == code, error.response
        arn = group['logGroupArn']
        assert logs.list_tags_for_resource(resourceArn=arn)['tags'] == {'portal:id': '7'}
        logs.tag_resource(resourceArn=arn, tags={'a': 'b'})
        logs.untag_resource(resourceArn=arn, tagKeys=['portal:id'])
        assert logs.list_tags_for_resource(resourceArn=arn)['tags'] == {'a': 'b'}
        logs.delete_log_group(logGroupName='/api/pets')
        assert logs.describe_log_groups()['logGroups'] == []
        """;
}
