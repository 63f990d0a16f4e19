namespace Portal.Tests.Sandbox;

/// <summary>A key from its creation to its end, as a client that is not ours sees it. It is noon of 14 March 2026.</summary>
internal static class ForeignPlanScript
{
    public const string LifeOfAKey = ForeignClientScript.Prelude + """
        import urllib.error
        days = {'startDate': '2026-03-13', 'endDate': '2026-03-15'}
        document = json.dumps({'openapi': '3.0.1', 'info': {'title': 'sold', 'version': '1'}, 'components': {'securitySchemes': {'key': {'type': 'apiKey', 'name': 'x-api-key', 'in': 'header'}}},
            'paths': {'/x': {'get': {'security': [{'key': []}], 'responses': {}, 'x-amazon-apigateway-integration': {'type': 'mock', 'requestTemplates': {'application/json': '{"statusCode": 200}'},
                'responses': {'default': {'statusCode': '200', 'responseTemplates': {'application/json': '$context.identity.apiKeyId'}}}}}}}}).encode()
        id = call('import_rest_api', 201, body=document, parameters={'endpointConfigurationTypes': 'REGIONAL'})['id']
        call('create_deployment', 201, restApiId=id, stageName='dev')
        def get(key=None):
            request = urllib.request.Request(f'{url}/restapis/{id}/dev/_user_request_/x', headers={'x-api-key': key} if key else {})
            try:
                with urllib.request.urlopen(request) as answer:
                    return answer.status, answer.read().decode()
            except urllib.error.HTTPError as error:
                return error.code, json.loads(error.read())['message']

        plan = call('create_usage_plan', 201, name='free', description='d', apiStages=[{'apiId': id, 'stage': 'dev', 'throttle': {'/x/GET': {'rateLimit': 100.0, 'burstLimit': 50}}}],
            throttle={'rateLimit': 50.0, 'burstLimit': 20}, quota={'limit': 3, 'period': 'MONTH', 'offset': 0}, tags={'portal:id': '1'})
        assert set(plan) == {'id', 'name', 'description', 'apiStages', 'throttle', 'quota', 'tags'}, plan
        assert call('get_usage_plan', usagePlanId=plan['id']) == plan and call('get_usage_plans')['items'] == [plan]
        key = call('create_api_key', 201, name='mine', description='d', enabled=True, generateDistinctId=True, value='portal-0123456789-0123456789', tags={'portal:id': '2'})
        assert set(key) == {'id', 'value', 'name', 'description', 'enabled', 'createdDate', 'lastUpdatedDate', 'stageKeys', 'tags'}, key
        assert call('get_api_key', apiKey=key['id'], includeValue=True) == key
        assert 'value' not in call('get_api_key', apiKey=key['id']) and 'value' not in call('get_api_keys')['items'][0]
        assert call('get_api_keys', nameQuery='mi', includeValues=True)['items'] == [key]
        refused('create_api_key', 'ConflictException', value=key['value'])
        assert get() == get(key['value']) == (403, 'Forbidden')

        link = call('create_usage_plan_key', 201, usagePlanId=plan['id'], keyId=key['id'], keyType='API_KEY')
        assert link == {'id': key['id'], 'type': 'API_KEY', 'value': key['value'], 'name': 'mine'}, link
        assert call('get_usage_plan_key', usagePlanId=plan['id'], keyId=key['id']) == link and call('get_usage_plan_keys', usagePlanId=plan['id'])['items'] == [link]
        assert [one['id'] for one in call('get_usage_plans', keyId=key['id'])['items']] == [plan['id']]
        assert [get(key['value']) for _ in range(4)] == [(200, key['id'])] * 3 + [(429, 'Limit Exceeded')]
        usage = call('get_usage', usagePlanId=plan['id'], **days)
        assert set(usage) == {'usagePlanId', 'startDate', 'endDate', 'items'} and usage['items'][key['id']][1] == [3, 0] and len(usage['items'][key['id']]) == 3, usage
        assert call('update_usage', usagePlanId=plan['id'], keyId=key['id'], patchOperations=[{'op': 'replace', 'path': '/remaining', 'value': '1'}])['items'] == {key['id']: [[3, 1]]}
        assert [get(key['value'])[0] for _ in range(2)] == [200, 429]

        changed = call('update_usage_plan', usagePlanId=plan['id'], patchOperations=[
            {'op': 'replace', 'path': '/name', 'value': 'gold'}, {'op': 'replace', 'path': '/throttle/burstLimit', 'value': '30'}, {'op': 'remove', 'path': '/quota'},
            {'op': 'replace', 'path': f'/apiStages/{id}:dev/throttle//x/GET/rateLimit', 'value': '5'}])
        assert changed['name'] == 'gold' and changed['throttle'] == {'rateLimit': 50.0, 'burstLimit': 30} and 'quota' not in changed, changed
        assert changed['apiStages'][0]['throttle'] == {'/x/GET': {'rateLimit': 5.0, 'burstLimit': 50}}, changed
        assert get(key['value'])[0] == 200
        for arn in (f"arn:aws:apigateway:eu-central-1::/usageplans/{plan['id']}", f"arn:aws:apigateway:eu-central-1::/apikeys/{key['id']}"):
            call('tag_resource', 204, resourceArn=arn, tags={'k': 'v'})
            assert call('get_tags', resourceArn=arn)['tags']['k'] == 'v'
        assert call('update_api_key', apiKey=key['id'], patchOperations=[{'op': 'replace', 'path': '/enabled', 'value': 'false'}])['enabled'] is False
        assert get(key['value']) == (403, 'Forbidden')

        call('delete_usage_plan_key', 202, usagePlanId=plan['id'], keyId=key['id'])
        call('delete_api_key', 202, apiKey=key['id'])
        refused('delete_usage_plan', 'BadRequestException', usagePlanId=plan['id'])
        call('update_usage_plan', usagePlanId=plan['id'], patchOperations=[{'op': 'remove', 'path': '/apiStages', 'value': f'{id}:dev'}])
        call('delete_usage_plan', 202, usagePlanId=plan['id'])
        assert refused('get_usage_plan', 'NotFoundException', usagePlanId=plan['id']) == 'Invalid Usage Plan ID specified'
        print(f'{calls} calls')
        """;
}
