namespace Portal.Tests.Sync;

/// <summary>An account made call by call with boto3, as a console or a script makes it: with AWS's own defaults and in another order than a document has.</summary>
internal static class MadeByHand
{
    public const string Account = """
        api = client('apigateway', 'us-east-1')
        function = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:%s/invocations'
        made = api.create_rest_api(name='Shop (by hand)', description='Made by boto3', version='7', endpointConfiguration={'types': ['REGIONAL']}, binaryMediaTypes=['image/png'], minimumCompressionSize=512)
        id, root = made['id'], made['rootResourceId']
        api.create_model(restApiId=id, name='Order', contentType='application/json', schema='{"$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "required": ["to", "id"], "properties": {"id": {"type": "string"}, "to": {"type": "string"}}}')
        api.create_model(restApiId=id, name='Orders', contentType='application/json', schema='{"type": "array", "items": {"$ref": "https://apigateway.amazonaws.com/restapis/%s/models/Order"}}' % id)
        validator = api.create_request_validator(restApiId=id, name='everything', validateRequestBody=True, validateRequestParameters=True)['id']
        token = api.create_authorizer(restApiId=id, name='token', type='TOKEN', authorizerUri=function % 'token', identitySource='method.request.header.X-Token')['id']
        request = api.create_authorizer(restApiId=id, name='request', type='REQUEST', authorizerUri=function % 'request', identitySource='method.request.header.Authorization,method.request.querystring.shop', authorizerResultTtlInSeconds=60)['id']
        pool = api.create_authorizer(restApiId=id, name='pool', type='COGNITO_USER_POOLS', providerARNs=['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'], identitySource='method.request.header.Authorization')['id']
        orders = api.create_resource(restApiId=id, parentId=root, pathPart='orders')['id']
        order = api.create_resource(restApiId=id, parentId=orders, pathPart='{id}')['id']
        api.create_resource(restApiId=id, parentId=root, pathPart='later')
        def method(resource, verb, **more):
            api.put_method(restApiId=id, resourceId=resource, httpMethod=verb, **more)
        def answer(resource, verb, status, **more):
            api.put_method_response(restApiId=id, resourceId=resource, httpMethod=verb, statusCode=status, **more)
        def calls(resource, verb, **more):
            api.put_integration(restApiId=id, resourceId=resource, httpMethod=verb, **more)
        def gives(resource, verb, status, **more):
            api.put_integration_response(restApiId=id, resourceId=resource, httpMethod=verb, statusCode=status, **more)
        method(orders, 'GET', authorizationType='CUSTOM', authorizerId=token, apiKeyRequired=True, operationName='listOrders', requestParameters={'method.request.querystring.page': False})
        answer(orders, 'GET', '200', responseModels={'application/json': 'Orders'}, responseParameters={'method.response.header.X-Page': True})
        answer(orders, 'GET', '500', responseModels={'application/json': 'Error'})
        calls(orders, 'GET', type='HTTP', integrationHttpMethod='GET', uri='https://${stageVariables.backend}/orders', requestParameters={'integration.request.querystring.page': 'method.request.querystring.page'})
        gives(orders, 'GET', '200', responseParameters={'method.response.header.X-Page': 'integration.response.header.page'})
        gives(orders, 'GET', '500', selectionPattern='5\\d{2}', responseTemplates={'application/json': '{"message": "no"}'})
        method(orders, 'POST', authorizationType='COGNITO_USER_POOLS', authorizerId=pool, authorizationScopes=['orders/write'], requestValidatorId=validator, requestModels={'application/json': 'Order'})
        answer(orders, 'POST', '200', responseModels={'application/json': 'Empty'})
        calls(orders, 'POST', type='AWS_PROXY', integrationHttpMethod='POST', uri=function % 'take', credentials='arn:aws:iam::123456789012:role/CallsLambda')
        method(order, 'ANY', authorizationType='CUSTOM', authorizerId=request, requestParameters={'method.request.path.id': True})
        calls(order, 'ANY', type='HTTP_PROXY', integrationHttpMethod='ANY', uri='http://internal.example.com/{id}', connectionType='VPC_LINK', connectionId='${stageVariables.vpcLink}', requestParameters={'integration.request.path.id': 'method.request.path.id'}, timeoutInMillis=3000)
        method(root, 'GET', authorizationType='AWS_IAM')
        answer(root, 'GET', '200')
        calls(root, 'GET', type='MOCK', requestTemplates={'application/json': '{"statusCode": 200}'})
        gives(root, 'GET', '200', responseTemplates={'application/json': '{}'})
        api.put_gateway_response(restApiId=id, responseType='DEFAULT_5XX', responseParameters={'gatewayresponse.header.Access-Control-Allow-Origin': "'*'"})
        api.update_rest_api(restApiId=id, patchOperations=[{'op': 'replace', 'path': '/policy', 'value': '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "arn:aws:execute-api:us-east-1:123456789012:%s/*"}]}' % id}])
        deployment = api.create_deployment(restApiId=id, description='first')['id']
        api.create_stage(restApiId=id, stageName='test', deploymentId=deployment, description='For trying', variables={'backend': 'test.example.com', 'vpcLink': 'abc123'})
        api.create_stage(restApiId=id, stageName='prod', deploymentId=deployment, variables={'backend': 'example.com', 'vpcLink': 'abc123'})
        api.update_stage(restApiId=id, stageName='prod', patchOperations=[{'op': 'replace', 'path': '/*/*/throttling/rateLimit', 'value': '50'}, {'op': 'replace', 'path': '/*/*/throttling/burstLimit', 'value': '100'}])
        plan = api.create_usage_plan(name='silver', throttle={'rateLimit': 5, 'burstLimit': 10}, quota={'limit': 100, 'period': 'WEEK', 'offset': 0}, apiStages=[{'apiId': id, 'stage': 'prod'}, {'apiId': id, 'stage': 'test', 'throttle': {'/orders/GET': {'rateLimit': 1, 'burstLimit': 1}}}])['id']
        key = api.create_api_key(name='theirs', enabled=True)['id']
        api.create_usage_plan_key(usagePlanId=plan, keyId=key, keyType='API_KEY')
        """;
}
