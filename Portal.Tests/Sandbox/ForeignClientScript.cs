namespace Portal.Tests.Sandbox;

/// <summary>What the foreign client does, by boto3, which checks every answer against AWS's own service model as it parses it.</summary>
internal static class ForeignClientScript
{
    /// <summary>Calls that insist on success with a status, or on a refusal.</summary>
    public const string Prelude = """
        import json, urllib.request
        api, calls = client('apigateway'), 0
        def call(operation, status=200, **arguments):
            global calls
            calls += 1
            answer = getattr(api, operation)(**arguments)
            meta = answer.pop('ResponseMetadata')
            assert meta['HTTPStatusCode'] == status, (operation, meta['HTTPStatusCode'])
            assert meta['RequestId'], operation
            return answer
        def refused(operation, code, **arguments):
            global calls
            calls += 1
            try:
                getattr(api, operation)(**arguments)
            except ClientError as error:
                assert error.response['Error']['Code'] == code, (operation, error.response['Error'])
                return error.response['Error']['Message']
            raise AssertionError(operation + ' was not refused')


        """;

    /// <summary>The life of an API.</summary>
    public const string LifeOfAnApi = Prelude + """
        assert client('sts').get_caller_identity()['Account'] == '123456789012'
        made = call('create_rest_api', 201, name='mine', description='d', version='1', tags={'a': 'b'}, binaryMediaTypes=['image/png'], endpointConfiguration={'types': ['REGIONAL']})
        assert set(made) == {'id', 'name', 'description', 'createdDate', 'version', 'binaryMediaTypes', 'apiKeySource', 'endpointConfiguration', 'tags', 'disableExecuteApiEndpoint', 'rootResourceId'}, made
        id, root = made['id'], made['rootResourceId']
        assert call('get_rest_api', restApiId=id) == made
        assert [one['id'] for page in api.get_paginator('get_rest_apis').paginate() for one in page['items']] == [id]
        assert call('update_rest_api', restApiId=id, patchOperations=[{'op': 'replace', 'path': '/name', 'value': 'ours'}, {'op': 'add', 'path': '/binaryMediaTypes/image~1gif'}])['binaryMediaTypes'] == ['image/png', 'image/gif']
        assert [one['name'] for one in call('get_models', restApiId=id)['items']] == ['Empty', 'Error']
        call('create_model', 201, restApiId=id, name='Pet', contentType='application/json', schema='{"type":"object"}')
        assert call('get_model', restApiId=id, modelName='Pet')['schema'] == '{"type":"object"}'
        refused('create_model', 'ConflictException', restApiId=id, name='Pet', contentType='application/json', schema='{"type":"object"}')
        validator = call('create_request_validator', 201, restApiId=id, name='params', validateRequestParameters=True)
        assert call('get_request_validators', restApiId=id)['items'] == [validator]
        authorizer = call('create_authorizer', 201, restApiId=id, name='pool', type='COGNITO_USER_POOLS', providerARNs=['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/x'])
        assert call('get_authorizers', restApiId=id)['items'] == [authorizer]
        assert call('get_authorizer', restApiId=id, authorizerId=authorizer['id']) == authorizer
        assert len(call('get_gateway_responses', restApiId=id)['items']) == 21
        call('put_gateway_response', 201, restApiId=id, responseType='THROTTLED', statusCode='430')
        assert call('get_gateway_response', restApiId=id, responseType='THROTTLED')['defaultResponse'] is False
        call('delete_gateway_response', 202, restApiId=id, responseType='THROTTLED')

        pets = call('create_resource', 201, restApiId=id, parentId=root, pathPart='pets')
        assert pets['path'] == '/pets' and pets['parentId'] == root
        toys = call('create_resource', 201, restApiId=id, parentId=pets['id'], pathPart='toys')
        assert call('update_resource', restApiId=id, resourceId=toys['id'], patchOperations=[{'op': 'replace', 'path': '/pathPart', 'value': 'games'}])['path'] == '/pets/games'
        at = {'restApiId': id, 'resourceId': pets['id'], 'httpMethod': 'GET'}
        call('put_method', 201, **at, authorizationType='NONE', requestValidatorId=validator['id'], requestParameters={'method.request.querystring.q': True}, operationName='list')
        call('put_method_response', 201, **at, statusCode='200', responseModels={'application/json': 'Pet'}, responseParameters={'method.response.header.X-A': False})
        integration = call('put_integration', 201, **at, type='MOCK', requestTemplates={'application/json': '{"statusCode": 200}'})
        assert integration['cacheNamespace'] == pets['id'] and integration['timeoutInMillis'] == 29000 and integration['passthroughBehavior'] == 'WHEN_NO_MATCH' and integration['cacheKeyParameters'] == []
        call('put_integration_response', 201, **at, statusCode='200', responseParameters={'method.response.header.X-A': "'yes'"}, responseTemplates={'application/json': '{"q": "$input.params(\'q\')"}'})
        method = call('get_method', **at)
        assert method['methodIntegration']['integrationResponses']['200']['responseParameters'] == {'method.response.header.X-A': "'yes'"}
        assert call('get_integration', **at)['type'] == 'MOCK' and call('get_method_response', **at, statusCode='200')['responseModels'] == {'application/json': 'Pet'}
        assert call('get_integration_response', **at, statusCode='200')['statusCode'] == '200'
        assert call('get_resource', restApiId=id, resourceId=pets['id'])['resourceMethods'] == {'GET': {}}
        tree = call('get_resources', restApiId=id, embed=['methods'], limit=500)['items']
        assert [one['resourceMethods']['GET'] for one in tree if one['path'] == '/pets'] == [method]

        deployment = call('create_deployment', 201, restApiId=id, description='first')
        assert set(deployment) == {'id', 'description', 'createdDate'}, deployment
        stage = call('create_stage', 201, restApiId=id, stageName='dev', deploymentId=deployment['id'], variables={'v': '1'}, tags={'s': 't'})
        assert stage['cacheClusterStatus'] == 'NOT_AVAILABLE' and stage['methodSettings'] == {} and stage['tracingEnabled'] is False
        assert call('get_stages', restApiId=id)['item'] == [stage]
        with urllib.request.urlopen(f'{url}/restapis/{id}/dev/_user_request_/pets?q=7') as answer:
            assert answer.read() == b'{"q": "7"}' and answer.headers['X-A'] == 'yes'
        second = call('create_deployment', 201, restApiId=id)
        moved = call('update_stage', restApiId=id, stageName='dev', patchOperations=[
            {'op': 'replace', 'path': '/deploymentId', 'value': second['id']}, {'op': 'replace', 'path': '/variables/w', 'value': '2'},
            {'op': 'replace', 'path': '/*/*/throttling/rateLimit', 'value': '5'}, {'op': 'replace', 'path': '/tracingEnabled', 'value': 'true'},
            {'op': 'replace', 'path': '/canarySettings/percentTraffic', 'value': '10'}])
        assert moved['deploymentId'] == second['id'] and moved['variables'] == {'v': '1', 'w': '2'} and moved['methodSettings']['*/*']['throttlingRateLimit'] == 5.0 and moved['canarySettings']['percentTraffic'] == 10.0
        refused('delete_deployment', 'BadRequestException', restApiId=id, deploymentId=second['id'])
        assert call('update_deployment', restApiId=id, deploymentId=deployment['id'], patchOperations=[{'op': 'replace', 'path': '/description', 'value': 'old'}])['description'] == 'old'
        assert call('get_deployment', restApiId=id, deploymentId=second['id'], embed=['apisummary'])['apiSummary'] == {'/pets': {'GET': {'authorizationType': 'NONE', 'apiKeyRequired': False}}}
        call('delete_deployment', 202, restApiId=id, deploymentId=deployment['id'])
        assert [one['id'] for one in call('get_deployments', restApiId=id)['items']] == [second['id']]

        for arn in (f'arn:aws:apigateway:eu-central-1::/restapis/{id}', f'arn:aws:apigateway:eu-central-1::/restapis/{id}/stages/dev'):
            call('tag_resource', 204, resourceArn=arn, tags={'k': 'v'})
            assert call('get_tags', resourceArn=arn)['tags']['k'] == 'v'
            call('untag_resource', 204, resourceArn=arn, tagKeys=['k'])
            assert 'k' not in call('get_tags', resourceArn=arn)['tags']
        assert call('get_account')['throttleSettings'] == {'burstLimit': 5000, 'rateLimit': 10000.0}

        document = json.dumps({'openapi': '3.0.1', 'info': {'title': 'new', 'version': '2'}, 'paths': {'/x': {'get': {'responses': {}, 'x-amazon-apigateway-integration': {'type': 'mock'}}}}}).encode()
        assert call('put_rest_api', restApiId=id, mode='overwrite', body=document)['name'] == 'new'
        imported = call('import_rest_api', 201, body=document, parameters={'endpointConfigurationTypes': 'REGIONAL'})
        assert imported['endpointConfiguration']['types'] == ['REGIONAL']
        assert 'Invalid OpenAPI input.' == refused('put_rest_api', 'BadRequestException', restApiId=id, body=b'{"openapi":"3.1.0"}')

        second_method = {**at, 'resourceId': [one['id'] for one in call('get_resources', restApiId=id)['items'] if one['path'] == '/x'][0]}
        call('delete_integration', 204, **second_method)
        call('delete_method', 204, **second_method)
        call('delete_resource', 202, restApiId=id, resourceId=second_method['resourceId'])
        call('delete_stage', 202, restApiId=id, stageName='dev')
        call('delete_rest_api', 202, restApiId=id)
        assert refused('get_rest_api', 'NotFoundException', restApiId=id) == f'Invalid API identifier specified 123456789012:{id}'
        assert client('apigateway', 'us-east-1').get_rest_apis()['items'] == []
        refused('get_sdk_types', 'UnknownOperationException')
        print(f'{calls} calls')
        """;
}
