namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>The Update operations inside a REST API, as boto3 sees them.</summary>
internal static class UpdateScript
{
    public const string Updates = ForeignClientScript.Prelude + """
        def patch(*steps):
            return [dict(zip(['op', 'path', 'value'], step)) for step in steps]
        made = call('create_rest_api', 201, name='mine', endpointConfiguration={'types': ['REGIONAL']})
        id, root = made['id'], made['rootResourceId']
        for name, schema in [('Pet', {'type': 'object', 'properties': {'name': {'type': 'string'}}}), ('Pets', {'type': 'array', 'items': {'$ref': f'https://apigateway.amazonaws.com/restapis/{id}/models/Pet'}})]:
            call('create_model', 201, restApiId=id, name=name, contentType='application/json', schema=json.dumps(schema))
        flat = json.loads(call('get_model', restApiId=id, modelName='Pets', flatten=True)['schema'])
        assert flat == {'type': 'array', 'items': {'$ref': '#/definitions/Pet'}, 'definitions': {'Pet': {'type': 'object', 'properties': {'name': {'type': 'string'}}}}}, flat
        sample = call('get_model_template', restApiId=id, modelName='Pets')['value']
        assert sample.startswith("#set($inputRoot = $input.path('$'))") and '#foreach($elem in $inputRoot)' in sample and '"name" : "foo"' in sample, sample
        model = call('update_model', restApiId=id, modelName='Pet', patchOperations=patch(('replace', '/description', 'a pet'), ('replace', '/schema', '{"type": "object"}')))
        assert (model['description'], model['schema'], model['name']) == ('a pet', '{"type": "object"}', 'Pet') and call('get_model', restApiId=id, modelName='Pet') == model

        validator = call('create_request_validator', 201, restApiId=id, name='v')['id']
        changed = call('update_request_validator', restApiId=id, requestValidatorId=validator, patchOperations=patch(('replace', '/name', 'w'), ('replace', '/validateRequestBody', 'true'), ('replace', '/validateRequestParameters', 'true')))
        assert changed == {'id': validator, 'name': 'w', 'validateRequestBody': True, 'validateRequestParameters': True}, changed

        uri = 'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:f/invocations'
        guard = call('create_authorizer', 201, restApiId=id, name='a', type='REQUEST', authorizerUri=uri, identitySource='method.request.header.a')['id']
        changed = call('update_authorizer', restApiId=id, authorizerId=guard, patchOperations=patch(('replace', '/name', 'b'), ('add', '/identitySource', 'method.request.header.b'), ('replace', '/authorizerResultTtlInSeconds', '60'), ('replace', '/identityValidationExpression', '.+'), ('replace', '/authorizerCredentials', 'arn:aws:iam::123456789012:role/r')))
        assert (changed['name'], changed['identitySource'], changed['authorizerResultTtlInSeconds'], changed['identityValidationExpression']) == ('b', 'method.request.header.a,method.request.header.b', 60, '.+'), changed
        assert call('update_authorizer', restApiId=id, authorizerId=guard, patchOperations=patch(('remove', '/identitySource', 'method.request.header.a')))['identitySource'] == 'method.request.header.b'
        pool = call('create_authorizer', 201, restApiId=id, name='c', type='COGNITO_USER_POOLS', providerARNs=['arn:one'], identitySource='method.request.header.c')['id']
        assert call('update_authorizer', restApiId=id, authorizerId=pool, patchOperations=patch(('add', '/providerARNs', 'arn:two'), ('remove', '/providerARNs', 'arn:one')))['providerARNs'] == ['arn:two']
        refused('update_authorizer', 'BadRequestException', restApiId=id, authorizerId=pool, patchOperations=patch(('remove', '/providerARNs', 'arn:two')))
        refused('update_authorizer', 'BadRequestException', restApiId=id, authorizerId=guard, patchOperations=patch(('replace', '/authorizerResultTtlInSeconds', 'long')))

        at = {'restApiId': id, 'resourceId': root, 'httpMethod': 'POST'}
        call('put_method', 201, authorizationType='NONE', **at)
        method = call('update_method', patchOperations=patch(('replace', '/authorizationType', 'COGNITO_USER_POOLS'), ('replace', '/authorizerId', pool), ('add', '/authorizationScopes', 'read'), ('add', '/authorizationScopes', 'write'), ('remove', '/authorizationScopes', 'read'),
            ('replace', '/apiKeyRequired', 'true'), ('replace', '/operationName', 'add'), ('replace', '/requestValidatorId', validator), ('add', '/requestParameters/method.request.querystring.page', 'true'), ('add', '/requestModels/application~1json', 'Pet')), **at)
        assert method == {'httpMethod': 'POST', 'authorizationType': 'COGNITO_USER_POOLS', 'authorizerId': pool, 'authorizationScopes': ['write'], 'apiKeyRequired': True, 'operationName': 'add', 'requestValidatorId': validator,
            'requestParameters': {'method.request.querystring.page': True}, 'requestModels': {'application/json': 'Pet'}}, method
        method = call('update_method', patchOperations=patch(('replace', '/requestParameters/method.request.querystring.page', 'false'), ('remove', '/requestModels/application~1json'), ('replace', '/authorizationType', 'NONE')), **at)
        assert method['requestParameters'] == {'method.request.querystring.page': False} and 'requestModels' not in method and 'authorizerId' not in method, method
        refused('update_method', 'NotFoundException', patchOperations=patch(('remove', '/requestParameters/method.request.querystring.no')), **at)
        refused('update_method', 'BadRequestException', patchOperations=patch(('replace', '/authorizationType', 'CUSTOM')), **at)

        call('put_method_response', 201, statusCode='200', **at)
        answer = call('update_method_response', 201, statusCode='200', patchOperations=patch(('add', '/responseParameters/method.response.header.x', 'true'), ('add', '/responseModels/application~1json', 'Pets')), **at)
        assert answer == {'statusCode': '200', 'responseParameters': {'method.response.header.x': True}, 'responseModels': {'application/json': 'Pets'}}, answer
        answer = call('update_method_response', 201, statusCode='200', patchOperations=patch(('replace', '/responseModels/application~1json', 'Pet')), **at)
        assert answer['responseModels'] == {'application/json': 'Pet'} and call('get_method_response', statusCode='200', **at) == answer
        refused('update_method_response', 'BadRequestException', statusCode='200', patchOperations=patch(('add', '/responseModels/text~1plain', 'Nobody')), **at)

        call('put_integration', 201, type='HTTP', integrationHttpMethod='GET', uri='http://a.example', **at)
        behind = call('update_integration', patchOperations=patch(('replace', '/uri', 'http://b.example'), ('replace', '/httpMethod', 'PUT'), ('replace', '/timeoutInMillis', '50'), ('replace', '/passthroughBehavior', 'NEVER'), ('replace', '/contentHandling', 'CONVERT_TO_TEXT'),
            ('replace', '/cacheNamespace', 'n'), ('add', '/cacheKeyParameters/method.request.querystring.page', ''), ('add', '/requestParameters/integration.request.querystring.p', 'method.request.querystring.page'), ('add', '/requestTemplates/application~1json', '{}'),
            ('replace', '/tlsConfig/insecureSkipVerification', 'true'), ('replace', '/connectionType', 'VPC_LINK'), ('replace', '/connectionId', 'abc123'), ('replace', '/credentials', 'arn:aws:iam::123456789012:role/r')), **at)
        assert (behind['uri'], behind['httpMethod'], behind['timeoutInMillis'], behind['passthroughBehavior'], behind['contentHandling'], behind['cacheNamespace'], behind['cacheKeyParameters'], behind['tlsConfig'], behind['connectionType'], behind['connectionId']) == (
            'http://b.example', 'PUT', 50, 'NEVER', 'CONVERT_TO_TEXT', 'n', ['method.request.querystring.page'], {'insecureSkipVerification': True}, 'VPC_LINK', 'abc123'), behind
        assert behind['requestParameters'] == {'integration.request.querystring.p': 'method.request.querystring.page'} and behind['requestTemplates'] == {'application/json': '{}'}, behind
        behind = call('update_integration', patchOperations=patch(('remove', '/requestTemplates/application~1json'), ('remove', '/cacheKeyParameters/method.request.querystring.page')), **at)
        assert behind['cacheKeyParameters'] == [] and 'requestTemplates' not in behind, behind
        refused('update_integration', 'BadRequestException', patchOperations=patch(('replace', '/type', 'MOCK')), **at)
        refused('update_integration', 'BadRequestException', patchOperations=patch(('replace', '/timeoutInMillis', '49')), **at)

        call('put_integration_response', 201, statusCode='200', **at)
        answer = call('update_integration_response', statusCode='200', patchOperations=patch(('replace', '/selectionPattern', '2..'), ('add', '/responseParameters/method.response.header.x', "'y'"), ('add', '/responseTemplates/application~1json', '[]'), ('replace', '/contentHandling', 'CONVERT_TO_BINARY')), **at)
        assert answer == {'statusCode': '200', 'selectionPattern': '2..', 'responseParameters': {'method.response.header.x': "'y'"}, 'responseTemplates': {'application/json': '[]'}, 'contentHandling': 'CONVERT_TO_BINARY'}, answer
        assert call('get_integration_response', statusCode='200', **at) == answer
        refused('update_integration_response', 'NotFoundException', statusCode='201', patchOperations=patch(('replace', '/selectionPattern', '2..')), **at)

        own = call('update_gateway_response', restApiId=id, responseType='THROTTLED', patchOperations=patch(('replace', '/statusCode', '430'), ('add', '/responseParameters/gatewayresponse.header.a', "'b'"), ('replace', '/responseTemplates/application~1json', '{}')))
        assert own == {'responseType': 'THROTTLED', 'statusCode': '430', 'responseParameters': {'gatewayresponse.header.a': "'b'"}, 'responseTemplates': {'application/json': '{}'}, 'defaultResponse': False}, own
        own = call('update_gateway_response', restApiId=id, responseType='THROTTLED', patchOperations=patch(('remove', '/responseParameters/gatewayresponse.header.a')))
        assert own['responseParameters'] == {} and call('get_gateway_response', restApiId=id, responseType='THROTTLED') == own
        print(calls, 'calls')
        """;
}
