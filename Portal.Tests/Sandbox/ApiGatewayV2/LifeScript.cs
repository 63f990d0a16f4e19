namespace Portal.Tests.Sandbox.ApiGatewayV2;

/// <summary>HTTP and WebSocket APIs from their creation to their end, as boto3 sees them. It is noon of 14 March 2026.</summary>
internal static class LifeScript
{
    public const string LifeOfApis = ForeignClientScript.Prelude + """
        api = client('apigatewayv2')
        text = lambda operation, code, wanted, **arguments: (lambda got: [got] and (got == wanted or sys.exit(f'{operation}: {got}')))(refused(operation, code, **arguments))
        made = call('create_api', 201, Name='pets', ProtocolType='HTTP', Description='d', Version='1', Tags={'portal:id': '1'}, CorsConfiguration={'AllowOrigins': ['https://a.example'], 'MaxAge': 60})
        assert set(made) == {'ApiId', 'ApiEndpoint', 'ApiKeySelectionExpression', 'CorsConfiguration', 'CreatedDate', 'Description', 'DisableExecuteApiEndpoint', 'IpAddressType', 'Name', 'ProtocolType', 'RouteSelectionExpression', 'Tags', 'Version'}, made
        id = made['ApiId']
        assert made['ApiEndpoint'] == f'https://{id}.execute-api.eu-central-1.amazonaws.com' and made['IpAddressType'] == 'ipv4' and made['DisableExecuteApiEndpoint'] is False
        assert made['RouteSelectionExpression'] == '$request.method $request.path' and made['ApiKeySelectionExpression'] == '$request.header.x-api-key'
        assert made['CreatedDate'].isoformat() == '2026-03-14T12:00:00+00:00'
        assert call('get_api', ApiId=id) == made and call('get_apis')['Items'] == [made]
        assert call('update_api', ApiId=id, Description='e', IpAddressType='dualstack') == {**made, 'Description': 'e', 'IpAddressType': 'dualstack'}
        call('delete_cors_configuration', 204, ApiId=id)
        assert 'CorsConfiguration' not in call('get_api', ApiId=id)
        text('get_api', 'NotFoundException', 'Invalid API identifier specified 123456789012:nope', ApiId='nope')
        text('create_api', 'BadRequestException', 'Invalid API name specified', Name='', ProtocolType='HTTP')
        text('create_api', 'BadRequestException', 'Invalid protocol specified. Must be one of [HTTP, WEBSOCKET]', Name='x', ProtocolType='REST')
        refused('create_api', 'BadRequestException', Name='x', ProtocolType='WEBSOCKET')
        refused('create_api', 'BadRequestException', Name='x', ProtocolType='HTTP', RouteSelectionExpression='$request.body.action')
        refused('create_api', 'BadRequestException', Name='x', ProtocolType='HTTP', CorsConfiguration={'AllowCredentials': True, 'AllowOrigins': ['*']})

        web = call('create_integration', 201, ApiId=id, IntegrationType='HTTP_PROXY', IntegrationMethod='GET', IntegrationUri='https://backend.example/{proxy}', PayloadFormatVersion='1.0', RequestParameters={'append:header.a': 'b', 'overwrite:path': '/x'}, ResponseParameters={'500': {'overwrite:statuscode': '503'}})
        assert web['TimeoutInMillis'] == 30000 and web['ConnectionType'] == 'INTERNET' and web['ResponseParameters'] == {'500': {'overwrite:statuscode': '503'}}, web
        assert call('update_integration', ApiId=id, IntegrationId=web['IntegrationId'], TimeoutInMillis=50, RequestParameters={'append:header.a': ''})['RequestParameters'] == {'overwrite:path': '/x'}
        function = call('create_integration', 201, ApiId=id, IntegrationType='AWS_PROXY', IntegrationUri='arn:aws:lambda:eu-central-1:123456789012:function:f', PayloadFormatVersion='2.0')
        assert function['IntegrationMethod'] == 'POST', function
        queue = call('create_integration', 201, ApiId=id, IntegrationType='AWS_PROXY', IntegrationSubtype='SQS-SendMessage', CredentialsArn='arn:aws:iam::123456789012:role/r', PayloadFormatVersion='1.0', RequestParameters={'QueueUrl': 'q', 'MessageBody': '$request.body'})
        assert len(call('get_integrations', ApiId=id)['Items']) == 3 and call('get_integration', ApiId=id, IntegrationId=queue['IntegrationId']) == queue
        call('delete_integration', 204, ApiId=id, IntegrationId=queue['IntegrationId'])
        proxy = {'ApiId': id, 'IntegrationType': 'HTTP_PROXY', 'IntegrationMethod': 'GET', 'IntegrationUri': 'https://backend.example', 'PayloadFormatVersion': '1.0'}
        text('create_integration', 'BadRequestException', 'Timeout should be between 50 ms and 30000 ms', **{**proxy, 'TimeoutInMillis': 30001})
        text('create_integration', 'BadRequestException', 'Invalid HTTP endpoint specified for URI', **{**proxy, 'IntegrationUri': 'nowhere'})
        refused('create_integration', 'BadRequestException', **{**proxy, 'IntegrationType': 'MOCK'})
        refused('create_integration', 'BadRequestException', **{**proxy, 'PayloadFormatVersion': '2.0'})
        refused('create_integration', 'BadRequestException', **{**proxy, 'ConnectionType': 'VPC_LINK'})
        refused('create_integration', 'BadRequestException', ApiId=id, IntegrationType='AWS_PROXY', IntegrationSubtype='SQS-Sing', CredentialsArn='arn:aws:iam::1:role/r', PayloadFormatVersion='1.0')

        jwt = call('create_authorizer', 201, ApiId=id, Name='people', AuthorizerType='JWT', IdentitySource=['$request.header.Authorization'], JwtConfiguration={'Issuer': 'https://id.example', 'Audience': ['a']})
        assert set(jwt) == {'AuthorizerId', 'AuthorizerType', 'IdentitySource', 'JwtConfiguration', 'Name'}, jwt
        asked = call('create_authorizer', 201, ApiId=id, Name='asked', AuthorizerType='REQUEST', IdentitySource=['$request.header.a'], AuthorizerUri='arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/f/invocations', AuthorizerPayloadFormatVersion='2.0', EnableSimpleResponses=True)
        assert call('update_authorizer', ApiId=id, AuthorizerId=asked['AuthorizerId'], AuthorizerResultTtlInSeconds=60) == {**asked, 'AuthorizerResultTtlInSeconds': 60}
        assert [one['Name'] for one in call('get_authorizers', ApiId=id)['Items']] != [] and call('get_authorizer', ApiId=id, AuthorizerId=jwt['AuthorizerId']) == jwt
        refused('create_authorizer', 'BadRequestException', ApiId=id, Name='x', AuthorizerType='JWT', IdentitySource=['$request.header.Authorization'])
        refused('create_authorizer', 'BadRequestException', ApiId=id, Name='x', AuthorizerType='REQUEST', IdentitySource=[])

        text('create_deployment', 'BadRequestException', 'Unable to deploy API because no routes exist in this API', ApiId=id)
        route = call('create_route', 201, ApiId=id, RouteKey='GET /pets/{id}', Target='integrations/' + web['IntegrationId'])
        assert route == {'ApiKeyRequired': False, 'AuthorizationType': 'NONE', 'RouteId': route['RouteId'], 'RouteKey': 'GET /pets/{id}', 'Target': 'integrations/' + web['IntegrationId']}, route
        assert call('update_route', ApiId=id, RouteId=route['RouteId'], AuthorizationType='JWT', AuthorizerId=jwt['AuthorizerId'], AuthorizationScopes=['read'])['AuthorizationScopes'] == ['read']
        rest = call('create_route', 201, ApiId=id, RouteKey='ANY /{proxy+}')
        assert len(call('get_routes', ApiId=id)['Items']) == 2 and call('get_route', ApiId=id, RouteId=rest['RouteId']) == rest
        text('create_route', 'ConflictException', 'Route with key ANY /{proxy+} already exists for this API', ApiId=id, RouteKey='ANY /{proxy+}')
        for key in ['', 'pets', 'FETCH /x', 'GET x', 'GET /{proxy+}/x', 'GET /a{b}']:
            refused('create_route', 'BadRequestException', ApiId=id, RouteKey=key)
        refused('create_route', 'BadRequestException', ApiId=id, RouteKey='GET /x', Target='integrations/nope')
        refused('create_route', 'BadRequestException', ApiId=id, RouteKey='GET /x', AuthorizationType='CUSTOM', AuthorizerId=jwt['AuthorizerId'])
        refused('create_route', 'BadRequestException', ApiId=id, RouteKey='GET /x', AuthorizationScopes=['read'])
        refused('create_route', 'BadRequestException', ApiId=id, RouteKey='GET /x', ApiKeyRequired=True)
        refused('delete_integration', 'ConflictException', ApiId=id, IntegrationId=web['IntegrationId'])
        refused('delete_authorizer', 'ConflictException', ApiId=id, AuthorizerId=jwt['AuthorizerId'])
        call('delete_authorizer', 204, ApiId=id, AuthorizerId=asked['AuthorizerId'])

        one = call('create_deployment', 201, ApiId=id, Description='first')
        assert set(one) == {'AutoDeployed', 'CreatedDate', 'DeploymentId', 'DeploymentStatus', 'Description'} and one['DeploymentStatus'] == 'DEPLOYED' and one['AutoDeployed'] is False, one
        assert call('update_deployment', ApiId=id, DeploymentId=one['DeploymentId'], Description='1') == {**one, 'Description': '1'}
        assert call('get_deployment', ApiId=id, DeploymentId=one['DeploymentId'])['Description'] == '1' and len(call('get_deployments', ApiId=id)['Items']) == 1
        arn = 'arn:aws:logs:eu-central-1:123456789012:log-group:x'
        stage = call('create_stage', 201, ApiId=id, StageName='dev', DeploymentId=one['DeploymentId'], StageVariables={'a': 'b', 'c': 'd'}, DefaultRouteSettings={'ThrottlingRateLimit': 1.5, 'ThrottlingBurstLimit': 2},
            RouteSettings={'GET /pets/{id}': {'ThrottlingBurstLimit': 1}}, AccessLogSettings={'DestinationArn': arn, 'Format': '$context.requestId'}, Tags={'t': '1'})
        assert set(stage) == {'AccessLogSettings', 'CreatedDate', 'DefaultRouteSettings', 'DeploymentId', 'LastUpdatedDate', 'RouteSettings', 'StageName', 'StageVariables', 'Tags'}, stage
        assert stage['DefaultRouteSettings'] == {'DetailedMetricsEnabled': False, 'ThrottlingBurstLimit': 2, 'ThrottlingRateLimit': 1.5}, stage
        assert call('update_stage', ApiId=id, StageName='dev', StageVariables={'a': ''})['StageVariables'] == {'c': 'd'}
        text('update_stage', 'NotFoundException', 'Unable to find Route by key GET /no within the provided RouteSettings', ApiId=id, StageName='dev', RouteSettings={'GET /no': {'ThrottlingBurstLimit': 1}})
        call('delete_route_settings', 204, ApiId=id, StageName='dev', RouteKey='GET /pets/{id}')
        call('delete_access_log_settings', 204, ApiId=id, StageName='dev')
        call('reset_authorizers_cache', 204, ApiId=id, StageName='dev')
        bare = call('get_stage', ApiId=id, StageName='dev')
        assert bare['RouteSettings'] == {} and 'AccessLogSettings' not in bare and call('get_stages', ApiId=id)['Items'] == [bare], bare
        text('create_stage', 'BadRequestException', 'Stage name only allows a-zA-Z0-9_', ApiId=id, StageName='a b')
        refused('create_stage', 'ConflictException', ApiId=id, StageName='dev')
        refused('create_stage', 'BadRequestException', ApiId=id, StageName='x', DeploymentId='nope')
        refused('create_stage', 'BadRequestException', ApiId=id, StageName='x', DeploymentId=one['DeploymentId'], AutoDeploy=True)
        refused('update_stage', 'BadRequestException', ApiId=id, StageName='dev', DefaultRouteSettings={'LoggingLevel': 'INFO'})
        text('delete_deployment', 'BadRequestException', 'Active stages pointing to this deployment must be moved or deleted', ApiId=id, DeploymentId=one['DeploymentId'])
        auto = call('create_stage', 201, ApiId=id, StageName='$default', AutoDeploy=True)
        assert auto['LastDeploymentStatusMessage'] == f"Successfully deployed stage with deployment ID '{auto['DeploymentId']}'", auto
        call('delete_route', 204, ApiId=id, RouteId=rest['RouteId'])
        later = call('get_stage', ApiId=id, StageName='$default')
        assert later['DeploymentId'] != auto['DeploymentId'] and call('get_deployment', ApiId=id, DeploymentId=later['DeploymentId'])['AutoDeployed'] is True
        assert call('get_stage', ApiId=id, StageName='dev')['DeploymentId'] == one['DeploymentId']
        refused('create_deployment', 'BadRequestException', ApiId=id, StageName='$default')
        two = call('create_deployment', 201, ApiId=id, StageName='dev')
        call('delete_deployment', 204, ApiId=id, DeploymentId=one['DeploymentId'])
        call('delete_stage', 204, ApiId=id, StageName='dev')
        text('get_stage', 'NotFoundException', 'Invalid stage identifier specified', ApiId=id, StageName='dev')

        quick = call('create_api', 201, Name='quick', ProtocolType='HTTP', Target='https://backend.example', RouteKey='GET /q')['ApiId']
        assert [(one['RouteKey'], one['ApiGatewayManaged']) for one in call('get_routes', ApiId=quick)['Items']] == [('GET /q', True)]
        assert call('get_stage', ApiId=quick, StageName='$default')['AutoDeploy'] is True
        call('update_api', ApiId=quick, Target='arn:aws:lambda:eu-central-1:123456789012:function:f')
        behind = call('get_integrations', ApiId=quick)['Items'][0]
        assert (behind['IntegrationType'], behind['PayloadFormatVersion'], behind['ApiGatewayManaged']) == ('AWS_PROXY', '2.0', True), behind
        refused('update_stage', 'BadRequestException', ApiId=quick, StageName='$default', Description='x')
        refused('update_api', 'BadRequestException', ApiId=id, Target='https://backend.example')

        chat = call('create_api', 201, Name='chat', ProtocolType='WEBSOCKET', RouteSelectionExpression='$request.body.action', DisableSchemaValidation=True)
        assert chat['ApiEndpoint'].startswith('wss://') and chat['DisableSchemaValidation'] is True, chat
        chat = chat['ApiId']
        mock = call('create_integration', 201, ApiId=chat, IntegrationType='MOCK', RequestTemplates={'200': '{"statusCode": 200}'}, TemplateSelectionExpression='200')
        assert (mock['TimeoutInMillis'], mock['PassthroughBehavior'], mock['IntegrationResponseSelectionExpression'], mock['PayloadFormatVersion']) == (29000, 'WHEN_NO_MATCH', '${integration.response.statuscode}', '1.0'), mock
        text('update_integration', 'BadRequestException', 'Timeout should be between 50 ms and 29000 ms', ApiId=chat, IntegrationId=mock['IntegrationId'], TimeoutInMillis=29001)
        say = call('create_route', 201, ApiId=chat, RouteKey='say', Target='integrations/' + mock['IntegrationId'], ApiKeyRequired=True, RequestParameters={'route.request.querystring.a': {'Required': True}})
        assert say['RequestParameters'] == {'route.request.querystring.a': {'Required': True}}, say
        call('delete_route_request_parameter', 204, ApiId=chat, RouteId=say['RouteId'], RequestParameterKey='route.request.querystring.a')
        assert 'RequestParameters' not in call('get_route', ApiId=chat, RouteId=say['RouteId'])
        refused('create_route', 'BadRequestException', ApiId=chat, RouteKey='hear', AuthorizationType='AWS_IAM')
        call('create_route', 201, ApiId=chat, RouteKey='$connect', AuthorizationType='AWS_IAM')
        assert call('create_stage', 201, ApiId=chat, StageName='live', AutoDeploy=True, DefaultRouteSettings={'LoggingLevel': 'INFO', 'DataTraceEnabled': True})['DefaultRouteSettings']['LoggingLevel'] == 'INFO'
        refused('create_stage', 'BadRequestException', ApiId=chat, StageName='$default')

        first = call('get_apis', MaxResults='2')
        assert len(first['Items']) == 2 and len(call('get_apis', MaxResults='2', NextToken=first['NextToken'])['Items']) == 1
        assert len([one for page in api.get_paginator('get_apis').paginate(PaginationConfig={'PageSize': 1}) for one in page['Items']]) == 3
        for one in [id, quick, chat]:
            call('delete_api', 204, ApiId=one)
        assert call('get_apis')['Items'] == [] and calls > 100, calls
        """;
}
