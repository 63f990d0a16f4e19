namespace Portal.Tests.Sandbox.ApiGatewayV2;

/// <summary>HTTP APIs from documents and back, as boto3 sees it.</summary>
internal static class DocumentScript
{
    public const string ThereAndBack = ForeignClientScript.Prelude + """
        api = client('apigatewayv2')
        backend = {'type': 'http_proxy', 'httpMethod': 'GET', 'uri': 'https://backend.example/{proxy}', 'payloadFormatVersion': '1.0', 'timeoutInMillis': 5000, 'requestParameters': {'append:header.a': 'b'}, 'responseParameters': {'500': {'overwrite:statuscode': '503'}}}
        document = {'openapi': '3.0.1', 'info': {'title': 'pets', 'version': '7', 'description': 'd'}, 'servers': [{'url': 'https://x.example/{stage}/shop', 'variables': {'stage': {'default': 'v1'}}}],
            'tags': [{'name': 'portal:id', 'x-amazon-apigateway-tag-value': '1'}, {'name': 'plain'}],
            'x-amazon-apigateway-importexport-version': '1.0', 'x-amazon-apigateway-cors': {'allowOrigins': ['https://a.example'], 'allowMethods': ['GET'], 'maxAge': 60, 'allowCredentials': True},
            'components': {'securitySchemes': {
                    'people': {'type': 'oauth2', 'flows': {}, 'x-amazon-apigateway-authorizer': {'type': 'jwt', 'identitySource': '$request.header.Authorization', 'jwtConfiguration': {'issuer': 'https://id.example', 'audience': ['a', 'b']}}},
                    'asked': {'type': 'apiKey', 'name': 'x', 'in': 'header', 'x-amazon-apigateway-authorizer': {'type': 'request', 'identitySource': '$request.header.a, $request.querystring.b', 'authorizerPayloadFormatVersion': '2.0', 'enableSimpleResponses': True, 'authorizerResultTtlInSeconds': 30,
                        'authorizerUri': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/f/invocations'}}},
                'x-amazon-apigateway-integrations': {'one': {'type': 'aws_proxy', 'uri': 'arn:aws:lambda:eu-central-1:123456789012:function:f', 'payloadFormatVersion': '2.0'}}},
            'paths': {'/pets/{id}': {'get': {'operationId': 'getPet', 'security': [{'people': ['read']}], 'responses': {}, 'x-amazon-apigateway-integration': backend}, 'x-amazon-apigateway-any-method': {'responses': {}, 'security': [{'asked': []}], 'x-amazon-apigateway-integration': {'$ref': '#/components/x-amazon-apigateway-integrations/one'}}},
                '/bare': {'post': {'responses': {}, 'x-amazon-apigateway-auth': {'type': 'AWS_IAM'}}},
                '/$default': {'x-amazon-apigateway-any-method': {'isDefaultRoute': True, 'responses': {}, 'x-amazon-apigateway-integration': {'$ref': '#/components/x-amazon-apigateway-integrations/one'}}}}}
        def picture(id):
            behind = {one.pop('IntegrationId'): one for one in call('get_integrations', ApiId=id)['Items']}
            guards = {one.pop('AuthorizerId'): one for one in call('get_authorizers', ApiId=id)['Items']}
            routes = [{**one, 'RouteId': '', 'Target': behind.get(one.get('Target', '/').split('/')[1]), 'AuthorizerId': guards.get(one.get('AuthorizerId'))} for one in call('get_routes', ApiId=id)['Items']]
            about = {name: value for name, value in call('get_api', ApiId=id).items() if name not in ['ApiId', 'ApiEndpoint', 'CreatedDate']}
            return about, sorted(behind.values(), key=str), sorted(guards.values(), key=str), sorted(routes, key=lambda one: one['RouteKey'])
        made = call('import_api', 201, Body=json.dumps(document), FailOnWarnings=True)
        id = made['ApiId']
        assert (made['Name'], made['Version'], made['Tags'], made['CorsConfiguration']['MaxAge']) == ('pets', '7', {'portal:id': '1'}, 60) and 'Warnings' not in made, made
        whole = picture(id)
        assert [one['RouteKey'] for one in whole[3]] == ['$default', 'ANY /pets/{id}', 'GET /pets/{id}', 'POST /bare'] and len(whole[1]) == 2, whole
        assert whole[3][2]['AuthorizationScopes'] == ['read'] and whole[3][2]['AuthorizationType'] == 'JWT' and whole[3][1]['AuthorizationType'] == 'CUSTOM' and whole[3][3]['AuthorizationType'] == 'AWS_IAM'
        for kind in ['JSON', 'YAML']:
            text = call('export_api', ApiId=id, OutputType=kind, Specification='OAS30')['body'].read().decode()
            assert text.startswith('{' if kind == 'JSON' else '"openapi": "3.0.1"\n'), text
            assert picture(call('import_api', 201, Body=text, FailOnWarnings=True)['ApiId']) == whole, (kind, text)
        plain = json.loads(call('export_api', ApiId=id, OutputType='JSON', Specification='OAS30', IncludeExtensions=False)['body'].read())
        assert 'x-amazon' not in json.dumps(plain) and list(plain['paths']) == ['/pets/{id}', '/bare'], plain

        call('create_stage', 201, ApiId=id, StageName='dev', DeploymentId=call('create_deployment', 201, ApiId=id)['DeploymentId'])
        call('create_stage', 201, ApiId=id, StageName='live', AutoDeploy=True, RouteSettings={'POST /bare': {'ThrottlingBurstLimit': 1}})
        smaller = {'openapi': '3.0.1', 'info': {'title': 'fewer', 'version': '8'}, 'servers': document['servers'], 'paths': {'/pets': {'get': {'responses': {}, 'security': [{'nobody': []}], 'x-amazon-apigateway-integration': backend}}}}
        assert refused('reimport_api', 'BadRequestException', ApiId=id, Body=json.dumps(smaller), FailOnWarnings=True).startswith('Warnings found during import:\n\t')
        assert picture(id) == whole
        for handling, key in [('ignore', 'GET /pets'), ('prepend', 'GET /v1/shop/pets'), ('split', 'GET /shop/pets')]:
            again = call('reimport_api', 201, ApiId=id, Body=json.dumps(smaller), Basepath=handling)
            assert len(again['Warnings']) == 1 and again['ApiId'] == id and again['CreatedDate'] == made['CreatedDate'], again
            assert [one['RouteKey'] for one in call('get_routes', ApiId=id)['Items']] == [key]
        assert 'Warnings' not in call('get_api', ApiId=id) and call('get_authorizers', ApiId=id)['Items'] == [] and len(call('get_integrations', ApiId=id)['Items']) == 1
        assert call('get_stage', ApiId=id, StageName='live')['RouteSettings'] == {}
        titles = [json.loads(call('export_api', ApiId=id, OutputType='JSON', Specification='OAS30', StageName=name)['body'].read())['info']['title'] for name in ['dev', 'live']]
        assert titles == ['pets', 'fewer'], titles

        for broken in ['', '{', 'a: [', json.dumps({**document, 'openapi': '3.1.0'}), json.dumps({'swagger': '2.0', 'info': document['info'], 'paths': {}})]:
            assert refused('import_api', 'BadRequestException', Body=broken) == 'Invalid OpenAPI input.', broken
        wrong = refused('import_api', 'BadRequestException', Body=json.dumps({**document, 'paths': {'/a': {'get': {'x-amazon-apigateway-integration': {'type': 'mock'}}}, '/{b+}/c': {'get': {}}}}))
        assert wrong.startswith('Errors found during import:\n\t') and "create route 'GET /a'" in wrong and "create route 'GET /{b+}/c'" in wrong, wrong
        refused('import_api', 'BadRequestException', Body=json.dumps(document), Basepath='half')
        refused('reimport_api', 'NotFoundException', ApiId='nope', Body=json.dumps(document))
        refused('export_api', 'BadRequestException', ApiId=id, OutputType='XML', Specification='OAS30')
        refused('export_api', 'BadRequestException', ApiId=id, OutputType='JSON', Specification='SWAGGER')
        chat = call('create_api', 201, Name='chat', ProtocolType='WEBSOCKET', RouteSelectionExpression='$request.body.action')['ApiId']
        refused('export_api', 'BadRequestException', ApiId=chat, OutputType='JSON', Specification='OAS30')
        refused('reimport_api', 'BadRequestException', ApiId=chat, Body=json.dumps(document))
        """;
}
