namespace Portal.Tests.Sync.Drift;

/// <summary>Edits of HTTP APIs made behind the portal's back, by a client that is not ours: each on an API of its own, which is named for it.</summary>
internal static class HttpDriftScript
{
    public const string Edits = """
        gw = client('apigatewayv2', 'eu-west-1')
        apis = {a['Name']: a['ApiId'] for a in gw.get_apis(MaxResults='500')['Items']}

        def route(a, key='GET /pets'):
            return next(r for r in gw.get_routes(ApiId=a)['Items'] if r['RouteKey'] == key)
        def routed(a, **changes):
            gw.update_route(ApiId=a, RouteId=route(a)['RouteId'], **changes)
        def integration(a, **changes):
            gw.update_integration(ApiId=a, IntegrationId=route(a)['Target'].split('/')[1], **changes)
        def authorizer(a):
            return next(x['AuthorizerId'] for x in gw.get_authorizers(ApiId=a)['Items'] if x['Name'] == 'staff')
        def stage(a, **changes):
            gw.update_stage(ApiId=a, StageName='dev', **changes)
        def arn(a, end=''):
            return f'arn:aws:apigateway:eu-west-1::/apis/{a}{end}'
        def served(a):
            stage(a, DeploymentId=gw.create_deployment(ApiId=a)['DeploymentId'])

        EDITS = {
            'description': lambda a: gw.update_api(ApiId=a, Description='Somebody was here'),
            'renamed': lambda a: gw.update_api(ApiId=a, Name='another name'),
            'no-endpoint': lambda a: gw.update_api(ApiId=a, DisableExecuteApiEndpoint=True),
            'cors-opened': lambda a: gw.update_api(ApiId=a, CorsConfiguration={'AllowOrigins': ['*']}),
            'cors-gone': lambda a: gw.delete_cors_configuration(ApiId=a),
            'dualstack': lambda a: gw.update_api(ApiId=a, IpAddressType='dualstack'),
            'api-gone': lambda a: gw.delete_api(ApiId=a),
            'api-untagged': lambda a: gw.untag_resource(ResourceArn=arn(a), TagKeys=['portal:id']),
            'route-added': lambda a: gw.create_route(ApiId=a, RouteKey='GET /new'),
            'route-gone': lambda a: gw.delete_route(ApiId=a, RouteId=route(a)['RouteId']),
            'iam-demanded': lambda a: routed(a, AuthorizationType='AWS_IAM'),
            'opened': lambda a: gw.update_route(ApiId=a, RouteId=route(a, 'GET /staff')['RouteId'], AuthorizationType='NONE', AuthorizerId='', AuthorizationScopes=[]),
            'scopes': lambda a: gw.update_route(ApiId=a, RouteId=route(a, 'GET /staff')['RouteId'], AuthorizationScopes=['pets.all']),
            'operation-name': lambda a: routed(a, OperationName='renamed'),
            'uri': lambda a: integration(a, IntegrationUri='https://evil.example.com'),
            'verb': lambda a: integration(a, IntegrationMethod='POST'),
            'timeout': lambda a: integration(a, TimeoutInMillis=1000),
            'mapping': lambda a: integration(a, RequestParameters={'overwrite:header.x': 'y'}),
            'vpc-link': lambda a: integration(a, ConnectionType='VPC_LINK', ConnectionId='abc123'),
            'loose-integration': lambda a: gw.create_integration(ApiId=a, IntegrationType='HTTP_PROXY', IntegrationMethod='GET', IntegrationUri='https://backend.example.com', PayloadFormatVersion='1.0'),
            'audience': lambda a: gw.update_authorizer(ApiId=a, AuthorizerId=authorizer(a), JwtConfiguration={'Issuer': 'https://issuer.example.com', 'Audience': ['everyone']}),
            'authorizer-added': lambda a: gw.create_authorizer(ApiId=a, Name='more', AuthorizerType='JWT', IdentitySource=['$request.header.Authorization'], JwtConfiguration={'Issuer': 'https://issuer.example.com', 'Audience': ['x']}),
            'variable': lambda a: stage(a, StageVariables={'level': '7'}),
            'variable-added': lambda a: stage(a, StageVariables={'more': 'x'}),
            'stage-description': lambda a: stage(a, Description='Somebody was here'),
            'access-log': lambda a: stage(a, AccessLogSettings={'DestinationArn': 'arn:aws:logs:eu-west-1:123456789012:log-group:theirs', 'Format': '$context.requestId'}),
            'throttled': lambda a: stage(a, DefaultRouteSettings={'ThrottlingRateLimit': 5.0, 'ThrottlingBurstLimit': 5}),
            'stage-gone': lambda a: gw.delete_stage(ApiId=a, StageName='dev'),
            'stage-untagged': lambda a: gw.untag_resource(ResourceArn=arn(a, '/stages/dev'), TagKeys=['portal:id']),
            'served': served,
            'theirs': lambda a: gw.create_stage(ApiId=a, StageName='theirs'),
            'same-tags': lambda a: gw.tag_resource(ResourceArn=arn(a), Tags={'cost-centre': '7'}),
            'same-deployment': lambda a: gw.create_deployment(ApiId=a, Description='kept for later'),
            'same-method': lambda a: integration(a, IntegrationMethod='GET', TimeoutInMillis=30000),
        }
        failed = []
        for name, edit in EDITS.items():
            try:
                edit(apis[name])
            except Exception as error:
                failed.append(f'{name}: {type(error).__name__}: {error}')
        assert not failed, '\n'.join(failed)
        """;
}
