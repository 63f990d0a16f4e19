namespace Portal.Tests.Sandbox;

/// <summary>Who called what, as whom, and behind which web ACL: CloudTrail, STS and WAFv2 as boto3 sees them. It is noon of 14 March 2026.</summary>
internal static class ForeignAroundScript
{
    public const string AroundTheGateway = ForeignClientScript.Prelude + """
        import datetime
        sts, trail, waf = client('sts'), client('cloudtrail'), client('wafv2')
        def told(**question):
            return [json.loads(one['CloudTrailEvent']) for page in trail.get_paginator('lookup_events').paginate(**question) for one in page['Events']]
        def by(key, value):
            return told(LookupAttributes=[{'AttributeKey': key, 'AttributeValue': value}])
        def turned_away(act, code, status):
            try:
                act()
            except ClientError as error:
                assert (error.response['Error']['Code'], error.response['ResponseMetadata']['HTTPStatusCode']) == (code, status), error.response
                return error.response['Error']['Message']
            raise AssertionError(code)

        me = sts.get_caller_identity()
        assert (me['Account'], me['Arn']) == ('123456789012', 'arn:aws:iam::123456789012:user/sandbox') and me['UserId'].startswith('AIDA'), me
        made = sts.assume_role(RoleArn='arn:aws:iam::210987654321:role/ops/deployer', RoleSessionName='night.shift', DurationSeconds=900, SourceIdentity='who')
        assert made['AssumedRoleUser']['Arn'] == 'arn:aws:sts::210987654321:assumed-role/deployer/night.shift' and made['SourceIdentity'] == 'who', made
        keys = made['Credentials']
        assert keys['AccessKeyId'].startswith('ASIA') and len(keys['AccessKeyId']) == 20 and len(keys['SecretAccessKey']) == 40
        assert keys['Expiration'].isoformat() == '2026-03-14T12:15:00+00:00', keys['Expiration']
        as_role = {'key': keys['AccessKeyId'], 'secret': keys['SecretAccessKey'], 'token': keys['SessionToken']}
        assert client('sts', **as_role).get_caller_identity()['Arn'] == made['AssumedRoleUser']['Arn']
        other = client('apigateway', **as_role)
        theirs = other.create_rest_api(name='theirs')['id']
        assert turned_away(lambda: api.get_rest_api(restApiId=theirs), 'NotFoundException', 404) == f'Invalid API identifier specified 123456789012:{theirs}'
        event = json.loads(client('cloudtrail', **as_role).lookup_events(LookupAttributes=[{'AttributeKey': 'Username', 'AttributeValue': 'night.shift'}])['Events'][-1]['CloudTrailEvent'])
        assert event['userIdentity']['sessionContext']['sessionIssuer']['arn'] == 'arn:aws:iam::210987654321:role/ops/deployer', event
        assert event['recipientAccountId'] == '210987654321' and event['userIdentity']['accessKeyId'] == keys['AccessKeyId']
        turned_away(lambda: sts.assume_role(RoleArn='arn:aws:iam::210987654321:user/deployer', RoleSessionName='me'), 'ValidationError', 400)
        turned_away(lambda: client('apigateway', key='ASIANOBODY', token=keys['SessionToken']).get_account(), 'UnrecognizedClientException', 403)

        id = call('create_rest_api', 201, name='mine', tags={'a': 'b'})['id']
        root = call('get_resources', restApiId=id)['items'][0]['id']
        call('put_method', 201, restApiId=id, resourceId=root, httpMethod='GET', authorizationType='NONE')
        call('put_integration', 201, restApiId=id, resourceId=root, httpMethod='GET', type='MOCK', requestTemplates={'application/json': '{"statusCode": 200}'})
        call('create_deployment', 201, restApiId=id, stageName='dev')
        call('create_api_key', 201, name='k', value='portal-0123456789-0123456789')
        refused('get_rest_api', 'NotFoundException', restApiId='nope')
        events = told()
        assert [one['eventName'] for one in events if one['eventSource'] == 'apigateway.amazonaws.com'] == ['GetRestApi', 'CreateApiKey', 'CreateDeployment', 'PutIntegration', 'PutMethod', 'GetResources', 'CreateRestApi', 'GetRestApi'], [one['eventName'] for one in events]
        assert 'portal-0123456789' not in json.dumps(events)
        first = by('EventName', 'CreateRestApi')[0]
        assert set(first) == {'eventVersion', 'userIdentity', 'eventTime', 'eventSource', 'eventName', 'awsRegion', 'sourceIPAddress', 'userAgent', 'requestParameters', 'responseElements', 'requestID', 'eventID', 'readOnly', 'eventType', 'managementEvent', 'recipientAccountId', 'eventCategory'}, first
        assert first['requestParameters'] == {'createRestApiInput': {'name': 'mine', 'tags': {'a': 'b'}}, 'template': False} and first['responseElements']['id'] == id and 'Boto3' in first['userAgent'], first
        failed = by('ResourceName', 'nope')[0]
        assert (failed['errorCode'], failed['readOnly'], failed['responseElements'], failed['requestParameters']['restApiId']) == ('NotFoundException', True, None, 'nope'), failed
        shown = trail.lookup_events(LookupAttributes=[{'AttributeKey': 'EventName', 'AttributeValue': 'PutMethod'}], MaxResults=1)['Events'][0]
        assert set(shown) == {'EventId', 'EventName', 'ReadOnly', 'AccessKeyId', 'EventTime', 'EventSource', 'Username', 'Resources', 'CloudTrailEvent'} and shown['ReadOnly'] == 'false' and shown['AccessKeyId'] == 'any', shown
        assert {'ResourceType': 'AWS::ApiGateway::RestApi', 'ResourceName': id} in shown['Resources'], shown
        noon = shown['EventTime']
        assert noon.isoformat() == '2026-03-14T12:00:00+00:00' and trail.lookup_events(StartTime=noon + datetime.timedelta(days=1))['Events'] == []
        turned_away(lambda: trail.lookup_events(StartTime=noon, EndTime=noon - datetime.timedelta(days=1)), 'InvalidTimeRangeException', 400)
        turned_away(lambda: trail.lookup_events(NextToken='x'), 'InvalidNextTokenException', 400)

        acl = waf.create_web_acl(Name='front', Scope='REGIONAL', Description='d', DefaultAction={'Allow': {}}, VisibilityConfig={'SampledRequestsEnabled': True, 'CloudWatchMetricsEnabled': True, 'MetricName': 'front'},
            Rules=[{'Name': 'r', 'Priority': 1, 'Action': {'Block': {}}, 'Statement': {'RateBasedStatement': {'Limit': 100, 'AggregateKeyType': 'IP'}}, 'VisibilityConfig': {'SampledRequestsEnabled': False, 'CloudWatchMetricsEnabled': False, 'MetricName': 'r'}}])['Summary']
        assert set(acl) == {'Name', 'Id', 'Description', 'LockToken', 'ARN'}, acl
        acl['LockToken'] = waf.update_web_acl(Name='front', Scope='REGIONAL', Id=acl['Id'], LockToken=acl['LockToken'], DefaultAction={'Allow': {}}, VisibilityConfig={'SampledRequestsEnabled': True, 'CloudWatchMetricsEnabled': True, 'MetricName': 'front'},
            Rules=[{'Name': 'r', 'Priority': 1, 'Action': {'Block': {}}, 'Statement': {'RateBasedStatement': {'Limit': 200, 'AggregateKeyType': 'IP'}}, 'VisibilityConfig': {'SampledRequestsEnabled': False, 'CloudWatchMetricsEnabled': False, 'MetricName': 'r'}}])['NextLockToken']
        stage = f'arn:aws:apigateway:eu-central-1::/restapis/{id}/stages/dev'
        waf.associate_web_acl(WebACLArn=acl['ARN'], ResourceArn=stage)
        assert call('get_stage', restApiId=id, stageName='dev')['webAclArn'] == acl['ARN']
        assert waf.get_web_acl_for_resource(ResourceArn=stage)['WebACL']['Name'] == 'front'
        assert waf.list_resources_for_web_acl(WebACLArn=acl['ARN'], ResourceType='API_GATEWAY')['ResourceArns'] == [stage]
        assert waf.list_resources_for_web_acl(WebACLArn=acl['ARN'])['ResourceArns'] == []
        assert waf.get_web_acl(Name='front', Scope='REGIONAL', Id=acl['Id'])['WebACL']['Rules'][0]['Statement']['RateBasedStatement']['Limit'] == 200
        delete = {'Name': 'front', 'Scope': 'REGIONAL', 'Id': acl['Id'], 'LockToken': acl['LockToken']}
        turned_away(lambda: waf.delete_web_acl(**delete), 'WAFAssociatedItemException', 400)
        turned_away(lambda: waf.associate_web_acl(WebACLArn=acl['ARN'], ResourceArn='arn:aws:apigateway:eu-central-1::/restapis/nope/stages/dev'), 'WAFNonexistentItemException', 400)
        waf.disassociate_web_acl(ResourceArn=stage)
        assert 'webAclArn' not in call('get_stage', restApiId=id, stageName='dev')
        assert [one['Id'] for one in waf.list_web_acls(Scope='REGIONAL')['WebACLs']] == [acl['Id']]
        waf.delete_web_acl(**delete)
        assert waf.list_web_acls(Scope='REGIONAL')['WebACLs'] == [] and by('ResourceType', 'AWS::WAFv2::WebACL')[0]['eventName'] == 'AssociateWebACL'
        call('delete_rest_api', 202, restApiId=id)
        """;

    /// <summary>What a strict sandbox turns away, once its settings are changed while it runs.</summary>
    public const string Strictness = ForeignClientScript.Prelude + """
        import datetime
        def settings(**change):
            urllib.request.urlopen(urllib.request.Request(f'{url}/_sandbox/settings', data=json.dumps(change).encode(), method='POST')).read()
        def code(act):
            try:
                act()
                return None
            except ClientError as error:
                return error.response['Error']['Code']
        settings(callers=[{'accessKeyId': 'AKIAALICE', 'secretAccessKey': 'right/+=', 'account': '111111111111', 'userName': 'alice'}], verifySignatures=True)
        alice, bob = {'key': 'AKIAALICE', 'secret': 'right/+='}, {'key': 'AKIAALICE', 'secret': 'wrong'}
        assert client('sts', **alice).get_caller_identity()['Arn'] == 'arn:aws:iam::111111111111:user/alice'
        assert code(client('sts', **bob).get_caller_identity) == 'SignatureDoesNotMatch'
        assert code(client('sts').get_caller_identity) == 'InvalidClientTokenId'
        first = client('apigateway', **alice)
        id = first.create_rest_api(name='a & ü', tags={'k y': 'v/w'})['id']
        arn = f'arn:aws:apigateway:eu-central-1::/restapis/{id}'
        first.tag_resource(resourceArn=arn, tags={'a+b': 'ü'})
        assert first.get_tags(resourceArn=arn)['tags'] == {'k y': 'v/w', 'a+b': 'ü'}
        first.untag_resource(resourceArn=arn, tagKeys=['a+b', 'k y'])
        first.get_api_keys(nameQuery='a b+c/ü&d=e', includeValues=True)
        assert code(client('apigateway', **bob).get_account) == 'InvalidSignatureException' and code(api.get_account) == 'UnrecognizedClientException'
        logs, watch = client('logs', **alice), client('cloudwatch', **alice)
        logs.create_log_group(logGroupName='/a/b')
        watch.put_metric_data(Namespace='N', MetricData=[{'MetricName': f'metric-{i}', 'Value': i} for i in range(600)])
        assert code(client('logs', **bob).describe_log_groups) == 'InvalidSignatureException'
        assert client('apigatewayv2', **alice).get_apis()['Items'] == []
        keys = client('sts', **alice).assume_role(RoleArn='arn:aws:iam::111111111111:role/r', RoleSessionName='me')['Credentials']
        assert [one['id'] for one in client('apigateway', key=keys['AccessKeyId'], secret=keys['SecretAccessKey'], token=keys['SessionToken']).get_rest_apis()['items']] == [id]
        assert code(client('apigateway', key=keys['AccessKeyId'], secret='right/+=', token=keys['SessionToken']).get_rest_apis) == 'InvalidSignatureException'
        presigned = first.generate_presigned_url('get_rest_api', {'restApiId': id})
        assert json.loads(urllib.request.urlopen(presigned).read())['name'] == 'a & ü'

        settings(verifySignatures=False, deny=[{'caller': 'arn:aws:iam::111111111111:user/alice', 'action': 'apigateway:DELETE'}])
        assert code(lambda: first.delete_rest_api(restApiId=id)) == 'AccessDeniedException'
        settings(deny=[], quotas=True)
        codes = [code(lambda: first.update_rest_api(restApiId=id, patchOperations=[])) for _ in range(45)]
        assert codes == [None] * 40 + ['TooManyRequestsException'] * 5, codes
        """;
}
