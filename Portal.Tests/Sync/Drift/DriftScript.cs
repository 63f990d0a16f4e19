namespace Portal.Tests.Sync.Drift;

/// <summary>Edits made behind the portal's back, by a client that is not ours: each on an API or plan of its own, which is named for it.</summary>
internal static class DriftScript
{
    public const string Edits = """
        import json
        gw = client('apigateway', 'eu-west-1')
        apis = {a['name']: a for page in gw.get_paginator('get_rest_apis').paginate() for a in page['items']}
        plans = {p['name']: p for page in gw.get_paginator('get_usage_plans').paginate() for p in page['items']}

        def keep(source, *names):
            return {name: source[name] for name in names if source.get(name) not in (None, '')}
        def res(a, path):
            return next(r['id'] for r in gw.get_resources(restApiId=a, limit=500)['items'] if r['path'] == path)
        def named(a, kind, name):
            return next(item['id'] for item in getattr(gw, 'get_' + kind)(restApiId=a)['items'] if item['name'] == name)
        def head(a, path, value=None, op='replace'):
            gw.update_rest_api(restApiId=a, patchOperations=[{'op': op, 'path': path, **({} if value is None else {'value': value})}])
        def stage(a, path, value=None, op='replace'):
            gw.update_stage(restApiId=a, stageName='dev', patchOperations=[{'op': op, 'path': path, **({} if value is None else {'value': value})}])
        def walled(a):
            waf = client('wafv2', 'eu-west-1')
            acl = waf.create_web_acl(Name='front', Scope='REGIONAL', DefaultAction={'Allow': {}}, VisibilityConfig={'SampledRequestsEnabled': True, 'CloudWatchMetricsEnabled': True, 'MetricName': 'front'})
            waf.associate_web_acl(WebACLArn=acl['Summary']['ARN'], ResourceArn=arn(a, '/stages/dev'))
        def plan(p, path, value=None, op='replace'):
            gw.update_usage_plan(usagePlanId=p, patchOperations=[{'op': op, 'path': path, **({} if value is None else {'value': value})}])
        def integrate(a, r, verb, i):
            gw.put_integration(restApiId=a, resourceId=r, httpMethod=verb, **keep(i, 'type', 'uri', 'connectionType', 'connectionId', 'credentials', 'requestParameters', 'requestTemplates',
                'passthroughBehavior', 'cacheNamespace', 'cacheKeyParameters', 'contentHandling', 'timeoutInMillis', 'tlsConfig', 'responseTransferMode'), **({'integrationHttpMethod': i['httpMethod']} if i.get('httpMethod') else {}))
            for code, x in i.get('integrationResponses', {}).items():
                gw.put_integration_response(restApiId=a, resourceId=r, httpMethod=verb, statusCode=code, **keep(x, 'selectionPattern', 'responseParameters', 'responseTemplates', 'contentHandling'))
        def remake(a, change, path='/pets', verb='POST'):
            r = res(a, path)
            m = gw.get_method(restApiId=a, resourceId=r, httpMethod=verb)
            m.setdefault('methodIntegration', {})
            change(m)
            gw.delete_method(restApiId=a, resourceId=r, httpMethod=verb)
            gw.put_method(restApiId=a, resourceId=r, httpMethod=verb, **keep(m, 'authorizationType', 'authorizerId', 'apiKeyRequired', 'operationName', 'requestParameters', 'requestModels', 'requestValidatorId', 'authorizationScopes'))
            for code, x in m.get('methodResponses', {}).items():
                gw.put_method_response(restApiId=a, resourceId=r, httpMethod=verb, statusCode=code, **keep(x, 'responseParameters', 'responseModels'))
            if m['methodIntegration']:
                integrate(a, r, verb, m['methodIntegration'])
        def method(**changes):
            return lambda a: remake(a, lambda m: m.update(changes))
        def integration(**changes):
            return lambda a: remake(a, lambda m: m['methodIntegration'].update(changes))
        def response(code, **changes):
            return lambda a: remake(a, lambda m: m['methodResponses'].setdefault(code, {}).update(changes))
        def answer(code, **changes):
            return lambda a: remake(a, lambda m: m['methodIntegration']['integrationResponses'].setdefault(code, {}).update(changes))
        def add_resource(a, path, parent='/'):
            return gw.create_resource(restApiId=a, parentId=res(a, parent), pathPart=path)['id']
        def mock(a, r, verb):
            gw.put_method(restApiId=a, resourceId=r, httpMethod=verb, authorizationType='NONE')
            gw.put_integration(restApiId=a, resourceId=r, httpMethod=verb, type='MOCK')
        def deployed(a, **arguments):
            return gw.create_deployment(restApiId=a, **arguments)['id']
        def arn(a, end=''):
            return f'arn:aws:apigateway:eu-west-1::/restapis/{a}{end}'
        def authorizer(a, name, **arguments):
            return gw.create_authorizer(restApiId=a, name=name, **{**dict(type='TOKEN', authorizerUri=LAMBDA, identitySource='method.request.header.Authorization'), **arguments})['id']
        def replaced(a, kind, name, make):
            gone(a, kind, name)
            make()
        def gone(a, kind, name):
            if kind == 'models':
                gw.delete_model(restApiId=a, modelName=name)
            elif kind == 'request_validators':
                gw.delete_request_validator(restApiId=a, requestValidatorId=named(a, kind, name))
            else:
                gw.delete_authorizer(restApiId=a, authorizerId=named(a, kind, name))
        def model(a, name, schema):
            gw.create_model(restApiId=a, name=name, contentType='application/json', schema=json.dumps(schema))
        LAMBDA = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:pets/invocations'

        API = {
            'description': lambda a: head(a, '/description', 'Somebody was here'),
            'binary-type': lambda a: head(a, '/binaryMediaTypes/image~1gif', op='add'),
            'compression': lambda a: head(a, '/minimumCompressionSize', '1024'),
            'key-source': lambda a: head(a, '/apiKeySource', 'AUTHORIZER'),
            'no-endpoint': lambda a: head(a, '/disableExecuteApiEndpoint', 'true'),
            'policy': lambda a: head(a, '/policy', json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': 'execute-api:Invoke', 'Resource': 'execute-api:/*'}]})),
            'endpoint-type': lambda a: head(a, '/endpointConfiguration/types/0', 'EDGE'),
            'dualstack': lambda a: head(a, '/endpointConfiguration/ipAddressType', 'dualstack'),
            'renamed': lambda a: head(a, '/name', 'another name'),
            'api-gone': lambda a: gw.delete_rest_api(restApiId=a),
            'api-untagged': lambda a: gw.untag_resource(resourceArn=arn(a), tagKeys=['portal:id']),
            'resource-added': lambda a: add_resource(a, 'empty'),
            'method-added': lambda a: mock(a, res(a, '/pets'), 'PUT'),
            'route-added': lambda a: mock(a, add_resource(a, 'new'), 'GET'),
            'method-gone': lambda a: gw.delete_method(restApiId=a, resourceId=res(a, '/keyed'), httpMethod='GET'),
            'resource-gone': lambda a: gw.delete_resource(restApiId=a, resourceId=res(a, '/keyed')),
            'resource-renamed': lambda a: gw.update_resource(restApiId=a, resourceId=res(a, '/keyed'), patchOperations=[{'op': 'replace', 'path': '/pathPart', 'value': 'locked'}]),
            'key-demanded': method(apiKeyRequired=True),
            'iam-demanded': method(authorizationType='AWS_IAM'),
            'key-not-demanded': lambda a: remake(a, lambda m: m.update(apiKeyRequired=False), '/keyed', 'GET'),
            'opened': lambda a: remake(a, lambda m: (m.update(authorizationType='NONE'), m.pop('authorizerId')), '/token', 'GET'),
            'other-authorizer': lambda a: remake(a, lambda m: m.update(authorizerId=named(a, 'authorizers', 'spare')), '/token', 'GET'),
            'scopes': lambda a: remake(a, lambda m: m.update(authorizationScopes=['pets/all']), '/pool', 'GET'),
            'operation-name': method(operationName='renamed'),
            'no-validator': lambda a: remake(a, lambda m: m.pop('requestValidatorId')),
            'other-validator': lambda a: remake(a, lambda m: m.update(requestValidatorId=named(a, 'request_validators', 'spare'))),
            'parameter-added': method(requestParameters={'method.request.querystring.dry': False, 'method.request.header.X-Trace': False, 'method.request.querystring.more': False}),
            'parameter-required': method(requestParameters={'method.request.querystring.dry': True, 'method.request.header.X-Trace': False}),
            'no-model': lambda a: remake(a, lambda m: m.pop('requestModels')),
            'response-added': response('500', responseModels={'application/json': 'Pet'}),
            'response-gone': lambda a: gw.delete_method_response(restApiId=a, resourceId=res(a, '/pets'), httpMethod='POST', statusCode='404'),
            'response-header': response('404', responseParameters={'method.response.header.X-Why': False}),
            'response-model': response('200', responseModels={'application/json': 'Spare'}),
            'uri': integration(uri='https://evil.example.com/pets'),
            'verb': integration(httpMethod='PUT'),
            'type': integration(type='HTTP_PROXY'),
            'credentials': integration(credentials='arn:aws:iam::123456789012:role/theirs'),
            'timeout': integration(timeoutInMillis=1000),
            'passthrough': integration(passthroughBehavior='NEVER'),
            'content-handling': integration(contentHandling='CONVERT_TO_BINARY'),
            'mapping': integration(requestParameters={'integration.request.header.X-Trace': "'fixed'"}),
            'template': integration(requestTemplates={'application/json': '{}'}),
            'cache-namespace': integration(cacheNamespace='shared'),
            'cache-key': integration(cacheKeyParameters=['method.request.querystring.dry']),
            'vpc-link': integration(connectionType='VPC_LINK', connectionId='${stageVariables.link}'),
            'insecure': integration(tlsConfig={'insecureSkipVerification': True}),
            'integration-gone': lambda a: gw.delete_integration(restApiId=a, resourceId=res(a, '/keyed'), httpMethod='GET'),
            'mock-status': lambda a: remake(a, lambda m: m['methodIntegration'].update(requestTemplates={'application/json': '{"statusCode": 500}'}), '/pets', 'GET'),
            'answer-gone': lambda a: gw.delete_integration_response(restApiId=a, resourceId=res(a, '/pets'), httpMethod='POST', statusCode='404'),
            'answer-template': answer('200', responseTemplates={'application/json': '{"changed": true}'}),
            'answer-pattern': answer('404', selectionPattern='40[0-9]'),
            'answer-mapping': answer('200', responseParameters={}),
            'answer-handling': answer('200', contentHandling='CONVERT_TO_TEXT'),
            'model-added': lambda a: model(a, 'Extra', {'type': 'object'}),
            'model-gone': lambda a: gone(a, 'models', 'Spare'),
            'model-changed': lambda a: replaced(a, 'models', 'Spare', lambda: model(a, 'Spare', {'type': 'array'})),
            'validator-added': lambda a: gw.create_request_validator(restApiId=a, name='extra', validateRequestBody=True),
            'validator-gone': lambda a: gone(a, 'request_validators', 'spare'),
            'validator-changed': lambda a: replaced(a, 'request_validators', 'spare', lambda: gw.create_request_validator(restApiId=a, name='spare', validateRequestBody=True, validateRequestParameters=True)),
            'authorizer-added': lambda a: authorizer(a, 'extra'),
            'authorizer-gone': lambda a: gone(a, 'authorizers', 'spare'),
            'authorizer-changed': lambda a: replaced(a, 'authorizers', 'spare', lambda: authorizer(a, 'spare', authorizerResultTtlInSeconds=0)),
            'gateway-response-added': lambda a: gw.put_gateway_response(restApiId=a, responseType='UNAUTHORIZED', statusCode='418'),
            'gateway-response-changed': lambda a: gw.put_gateway_response(restApiId=a, responseType='THROTTLED', statusCode='502'),
            'gateway-response-reset': lambda a: gw.delete_gateway_response(restApiId=a, responseType='THROTTLED'),
            'deployment-renamed': lambda a: gw.update_deployment(restApiId=a, deploymentId=gw.get_stage(restApiId=a, stageName='dev')['deploymentId'], patchOperations=[{'op': 'replace', 'path': '/description', 'value': 'mine'}]),
            'variable-changed': lambda a: stage(a, '/variables/base', 'https://evil.example.com'),
            'variable-added': lambda a: stage(a, '/variables/more', '1'),
            'variable-gone': lambda a: stage(a, '/variables/name', op='remove'),
            'stage-description': lambda a: stage(a, '/description', 'Somebody was here'),
            'access-log': lambda a: gw.update_stage(restApiId=a, stageName='dev', patchOperations=[{'op': 'replace', 'path': '/accessLogSettings/destinationArn', 'value': 'arn:aws:logs:eu-west-1:123456789012:log-group:theirs'}, {'op': 'replace', 'path': '/accessLogSettings/format', 'value': '$context.requestId'}]),
            'other-deployment': lambda a: stage(a, '/deploymentId', deployed(a, description='by hand')),
            'deployed-by-hand': lambda a: deployed(a, stageName='dev'),
            'stage-gone': lambda a: gw.delete_stage(restApiId=a, stageName='dev'),
            'stage-untagged': lambda a: gw.untag_resource(resourceArn=arn(a, '/stages/dev'), tagKeys=['portal:id']),
            'stage-added': lambda a: deployed(a, stageName='theirs'),
            'throttled': lambda a: stage(a, '/*/*/throttling/rateLimit', '5'),
            'logged': lambda a: stage(a, '/~1pets/GET/logging/loglevel', 'INFO'),
            'logged-unescaped': lambda a: stage(a, '/pets/GET/logging/loglevel', 'INFO'),
            'unlimited': lambda a: stage(a, '/~1pets/POST', op='remove'),
            'cached': lambda a: stage(a, '/cacheClusterEnabled', 'true'),
            'traced': lambda a: stage(a, '/tracingEnabled', 'true'),
            'certified': lambda a: stage(a, '/clientCertificateId', gw.generate_client_certificate()['clientCertificateId']),
            'walled': walled,
            'documented': lambda a: (gw.create_documentation_version(restApiId=a, documentationVersion='7'), stage(a, '/documentationVersion', '7')),
            'stage-tag-changed': lambda a: gw.tag_resource(resourceArn=arn(a, '/stages/dev'), tags={'team': 'theirs'}),
            'stage-tag-gone': lambda a: gw.untag_resource(resourceArn=arn(a, '/stages/dev'), tagKeys=['team']),
            'api-tag-changed': lambda a: gw.tag_resource(resourceArn=arn(a), tags={'team': 'theirs'}),
            'loose-throttled': lambda a: stage(a, '/*/*/throttling/rateLimit', '5'),
            'loose-logged': lambda a: stage(a, '/~1pets/GET/logging/loglevel', 'INFO'),
            'loose-cached': lambda a: stage(a, '/cacheClusterEnabled', 'true'),
            'loose-traced': lambda a: stage(a, '/tracingEnabled', 'true'),
            'canary': lambda a: gw.create_deployment(restApiId=a, stageName='dev', canarySettings={'percentTraffic': 10.0}),
        }
        PLAN = {
            'plan-rate': lambda p: plan(p, '/throttle/rateLimit', '7'),
            'plan-burst': lambda p: plan(p, '/throttle/burstLimit', '7'),
            'plan-unthrottled': lambda p: plan(p, '/throttle', op='remove'),
            'plan-quota': lambda p: plan(p, '/quota/limit', '7'),
            'plan-period': lambda p: plan(p, '/quota/period', 'WEEK'),
            'plan-no-quota': lambda p: plan(p, '/quota', op='remove'),
            'plan-renamed': lambda p: plan(p, '/name', 'another plan'),
            'plan-description': lambda p: plan(p, '/description', 'Somebody was here'),
            'plan-stage-gone': lambda p: plan(p, '/apiStages', apis['sold']['id'] + ':dev', 'remove'),
            'plan-stage-added': lambda p: plan(p, '/apiStages', apis['sold']['id'] + ':theirs', 'add'),
            'plan-method-limit': lambda p: plan(p, f"/apiStages/{apis['sold']['id']}:dev/throttle//pets/GET/rateLimit", '1'),
            'plan-tag-changed': lambda p: gw.tag_resource(resourceArn=f'arn:aws:apigateway:eu-west-1::/usageplans/{p}', tags={'team': 'theirs'}),
            'plan-product': lambda p: plan(p, '/productCode', 'abcdef0123456789'),
            'plan-gone': lambda p: (plan(p, '/apiStages', apis['sold']['id'] + ':dev', 'remove'), gw.delete_usage_plan(usagePlanId=p)),
            'plan-untagged': lambda p: gw.untag_resource(resourceArn=f'arn:aws:apigateway:eu-west-1::/usageplans/{p}', tagKeys=['portal:id']),
        }

        def same_method(a):
            remake(a, lambda m: None)
            remake(a, lambda m: None, '/pool', 'GET')
        def same_parts(a):
            spare = gw.get_authorizer(restApiId=a, authorizerId=named(a, 'authorizers', 'spare'))
            replaced(a, 'authorizers', 'spare', lambda: authorizer(a, 'spare', authorizerResultTtlInSeconds=300))
            replaced(a, 'request_validators', 'spare', lambda: gw.create_request_validator(restApiId=a, name='spare', validateRequestBody=False, validateRequestParameters=True))
            replaced(a, 'models', 'Spare', lambda: gw.create_model(restApiId=a, name='Spare', contentType='application/json', schema='{ "required": ["b", "a"],  "properties": {"b": {"type":"string"}, "a": {"type":"string"}}, "type": "object" }'))
        SAME = {
            'same-method': same_method,
            'same-parts': same_parts,
            'same-tags': lambda a: (gw.tag_resource(resourceArn=arn(a), tags={'cost-centre': '7'}), gw.tag_resource(resourceArn=arn(a, '/stages/dev'), tags={'cost-centre': '7'})),
            'same-deployment': lambda a: deployed(a, description='kept for later'),
            'same-default': lambda a: gw.put_gateway_response(restApiId=a, responseType='THROTTLED', statusCode='503', responseTemplates={'application/json': '{"slow":true}'}),
        }

        gw.create_deployment(restApiId=apis['sold']['id'], stageName='theirs')
        failed = []
        for name, edit in [*API.items(), *SAME.items(), *PLAN.items()]:
            try:
                edit((plans if name in PLAN else apis)[name]['id'])
            except Exception as error:
                failed.append(f'{name}: {type(error).__name__}: {error}')
        assert not failed, '\n'.join(failed)
        """;
}
