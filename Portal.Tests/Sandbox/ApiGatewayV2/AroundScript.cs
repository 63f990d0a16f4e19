namespace Portal.Tests.Sandbox.ApiGatewayV2;

/// <summary>What stands around routes and APIs (models, responses, names, links, tags), as boto3 sees it.</summary>
internal static class AroundScript
{
    public const string AroundApis = ForeignClientScript.Prelude + """
        api = client('apigatewayv2')
        chat = call('create_api', 201, Name='chat', ProtocolType='WEBSOCKET', RouteSelectionExpression='$request.body.action')['ApiId']
        http = call('create_api', 201, Name='pets', ProtocolType='HTTP', Target='https://backend.example')['ApiId']
        mock = call('create_integration', 201, ApiId=chat, IntegrationType='MOCK')['IntegrationId']
        model = call('create_model', 201, ApiId=chat, Name='Said', ContentType='application/json', Schema='{"type": "object", "properties": {"text": {"type": "string"}, "loud": {"type": "boolean"}, "to": {"type": "array", "items": {"type": "integer"}}}}')
        assert set(model) == {'ModelId', 'Name', 'ContentType', 'Schema'} and call('get_models', ApiId=chat)['Items'] == [model], model
        assert call('update_model', ApiId=chat, ModelId=model['ModelId'], Description='d') == {**model, 'Description': 'd'} == call('get_model', ApiId=chat, ModelId=model['ModelId'])
        sample = call('get_model_template', ApiId=chat, ModelId=model['ModelId'])['Value']
        assert sample.startswith("#set($inputRoot = $input.path('$'))\n") and '#foreach($elem in $inputRoot.to)' in sample, sample
        sampled = '\n'.join(line.replace('#if($foreach.hasNext),#end', '') for line in sample.split('\n') if not line.startswith('#'))
        assert json.loads(sampled) == {'text': 'foo', 'loud': True, 'to': [42]}, sample
        assert refused('create_model', 'BadRequestException', ApiId=chat, Name='no name', Schema='{"type": "object"}') == 'Model name must be alphanumeric: no name'
        refused('create_model', 'ConflictException', ApiId=chat, Name='Said', Schema='{"type": "object"}')
        refused('create_model', 'BadRequestException', ApiId=chat, Name='Broken', Schema='{')
        refused('create_model', 'BadRequestException', ApiId=http, Name='Said', Schema='{"type": "object"}')
        route = call('create_route', 201, ApiId=chat, RouteKey='say', Target='integrations/' + mock, RequestModels={'$default': 'Said'}, ModelSelectionExpression='$default', RouteResponseSelectionExpression='$default')['RouteId']
        refused('delete_model', 'ConflictException', ApiId=chat, ModelId=model['ModelId'])

        back = call('create_route_response', 201, ApiId=chat, RouteId=route, RouteResponseKey='$default', ResponseModels={'$default': 'Said'})
        assert call('update_route_response', ApiId=chat, RouteId=route, RouteResponseId=back['RouteResponseId'], ModelSelectionExpression='x')['ModelSelectionExpression'] == 'x'
        assert call('get_route_responses', ApiId=chat, RouteId=route)['Items'] == [call('get_route_response', ApiId=chat, RouteId=route, RouteResponseId=back['RouteResponseId'])]
        refused('create_route_response', 'ConflictException', ApiId=chat, RouteId=route, RouteResponseKey='$default')
        refused('create_route_response', 'BadRequestException', ApiId=chat, RouteId=route, RouteResponseKey='other')
        refused('get_route_responses', 'NotFoundException', ApiId=chat, RouteId='nope')
        call('delete_route_response', 204, ApiId=chat, RouteId=route, RouteResponseId=back['RouteResponseId'])
        answer = call('create_integration_response', 201, ApiId=chat, IntegrationId=mock, IntegrationResponseKey='/2\\d\\d/', ResponseTemplates={'200': '{}'})
        call('update_integration_response', ApiId=chat, IntegrationId=mock, IntegrationResponseId=answer['IntegrationResponseId'], ContentHandlingStrategy='CONVERT_TO_TEXT')
        assert call('get_integration_responses', ApiId=chat, IntegrationId=mock)['Items'] == [{**answer, 'ContentHandlingStrategy': 'CONVERT_TO_TEXT'}]
        assert call('get_integration_response', ApiId=chat, IntegrationId=mock, IntegrationResponseId=answer['IntegrationResponseId'])['ResponseTemplates'] == {'200': '{}'}
        refused('create_integration_response', 'ConflictException', ApiId=chat, IntegrationId=mock, IntegrationResponseKey='/2\\d\\d/')
        call('delete_integration_response', 204, ApiId=chat, IntegrationId=mock, IntegrationResponseId=answer['IntegrationResponseId'])
        call('delete_route', 204, ApiId=chat, RouteId=route)
        call('delete_model', 204, ApiId=chat, ModelId=model['ModelId'])

        certificate = 'arn:aws:acm:eu-central-1:123456789012:certificate/1'
        domain = call('create_domain_name', 201, DomainName='api.pets.example', DomainNameConfigurations=[{'CertificateArn': certificate}], Tags={'a': '1'})
        assert set(domain) == {'ApiMappingSelectionExpression', 'DomainName', 'DomainNameArn', 'DomainNameConfigurations', 'RoutingMode', 'Tags'}, domain
        shown = domain['DomainNameConfigurations'][0]
        assert (shown['DomainNameStatus'], shown['EndpointType'], shown['SecurityPolicy'], shown['IpAddressType']) == ('AVAILABLE', 'REGIONAL', 'TLS_1_2', 'ipv4'), shown
        assert call('get_domain_name', DomainName='api.pets.example') == domain and call('get_domain_names')['Items'] == [domain]
        mutual = call('update_domain_name', DomainName='api.pets.example', MutualTlsAuthentication={'TruststoreUri': 's3://bucket/trust.pem'})
        assert mutual['MutualTlsAuthentication'] == {'TruststoreUri': 's3://bucket/trust.pem'}, mutual
        assert 'MutualTlsAuthentication' not in call('update_domain_name', DomainName='api.pets.example', MutualTlsAuthentication={'TruststoreUri': ''})
        refused('create_domain_name', 'ConflictException', DomainName='api.pets.example', DomainNameConfigurations=[{'CertificateArn': certificate}])
        refused('create_domain_name', 'BadRequestException', DomainName='../x', DomainNameConfigurations=[{'CertificateArn': certificate}])
        refused('create_domain_name', 'BadRequestException', DomainName='b.pets.example')
        call('create_domain_name', 201, DomainName='*.pets.example', DomainNameConfigurations=[{'CertificateArn': certificate}])
        mapping = call('create_api_mapping', 201, DomainName='api.pets.example', ApiId=http, Stage='$default', ApiMappingKey='v1/pets')
        assert mapping == {'ApiId': http, 'ApiMappingId': mapping['ApiMappingId'], 'ApiMappingKey': 'v1/pets', 'Stage': '$default'}, mapping
        assert call('update_api_mapping', DomainName='api.pets.example', ApiId=http, ApiMappingId=mapping['ApiMappingId'], ApiMappingKey='v2')['ApiMappingKey'] == 'v2'
        assert call('get_api_mappings', DomainName='api.pets.example')['Items'] == [call('get_api_mapping', DomainName='api.pets.example', ApiMappingId=mapping['ApiMappingId'])]
        refused('create_api_mapping', 'ConflictException', DomainName='api.pets.example', ApiId=http, Stage='$default', ApiMappingKey='v2')
        refused('create_api_mapping', 'BadRequestException', DomainName='api.pets.example', ApiId=http, Stage='nope')
        refused('create_api_mapping', 'BadRequestException', DomainName='api.pets.example', ApiId='nope', Stage='dev')
        refused('get_api_mappings', 'NotFoundException', DomainName='nope.example')
        call('delete_api_mapping', 204, DomainName='api.pets.example', ApiMappingId=mapping['ApiMappingId'])

        second, api = api, client('apigateway')
        rest = call('create_rest_api', 201, name='ruled', endpointConfiguration={'types': ['REGIONAL']})
        call('put_method', 201, restApiId=rest['id'], resourceId=rest['rootResourceId'], httpMethod='GET', authorizationType='NONE')
        call('put_integration', 201, restApiId=rest['id'], resourceId=rest['rootResourceId'], httpMethod='GET', type='MOCK')
        call('create_deployment', 201, restApiId=rest['id'], stageName='dev')
        api = second
        def rule(stage='dev', **conditions):
            return {'DomainName': 'api.pets.example', 'Conditions': [conditions], 'Actions': [{'InvokeApi': {'ApiId': rest['id'], 'Stage': stage, 'StripBasePath': True}}]}
        by_path = call('create_routing_rule', 201, Priority=1, **rule(MatchBasePaths={'AnyOf': ['v3']}))
        at = {'DomainName': 'api.pets.example', 'RoutingRuleId': by_path['RoutingRuleId']}
        assert call('get_routing_rule', **at) == by_path and call('list_routing_rules', DomainName='api.pets.example')['RoutingRules'] == [by_path], by_path
        by_header = rule(MatchHeaders={'AnyOf': [{'Header': 'X-Version', 'ValueGlob': '3*'}]})
        assert call('put_routing_rule', RoutingRuleId=at['RoutingRuleId'], Priority=2, **by_header) == {**by_path, 'Priority': 2, 'Conditions': by_header['Conditions']}
        refused('create_routing_rule', 'ConflictException', Priority=2, **by_header)
        refused('create_routing_rule', 'BadRequestException', Priority=3, **rule('nope', MatchBasePaths={'AnyOf': ['v3']}))
        refused('create_routing_rule', 'BadRequestException', Priority=3, **rule(MatchBasePaths={'AnyOf': ['a b']}))
        for bad in [[{'Header': 'X Version', 'ValueGlob': '3'}], [{'Header': 'x' * 40, 'ValueGlob': '3'}], [{'Header': 'X', 'ValueGlob': '3*4'}], [{'Header': 'X', 'ValueGlob': '3' * 128}]]:
            refused('create_routing_rule', 'BadRequestException', Priority=3, **rule(MatchHeaders={'AnyOf': bad}))
        refused('create_routing_rule', 'BadRequestException', Priority=3, **{**by_header, 'Conditions': 3 * by_header['Conditions']})
        refused('create_routing_rule', 'BadRequestException', Priority=3, **{**by_header, 'Conditions': 2 * [{'MatchBasePaths': {'AnyOf': ['v4']}}]})
        refused('create_routing_rule', 'BadRequestException', Priority=3, **{**by_header, 'Actions': [{'InvokeApi': {'ApiId': http, 'Stage': '$default'}}]})
        refused('put_routing_rule', 'NotFoundException', RoutingRuleId='nope', Priority=3, **by_header)
        call('create_routing_rule', 201, Priority=1000000, **{**by_header, 'Conditions': []})
        mixed = [call('create_api_mapping', 201, DomainName='api.pets.example', ApiId=one, Stage=at_stage, ApiMappingKey=one)['ApiMappingId'] for one, at_stage in [(http, '$default'), (rest['id'], 'dev')]]
        refused('update_domain_name', 'BadRequestException', DomainName='api.pets.example', RoutingMode='ROUTING_RULE_THEN_API_MAPPING')
        for one in mixed:
            call('delete_api_mapping', 204, DomainName='api.pets.example', ApiMappingId=one)
        assert call('update_domain_name', DomainName='api.pets.example', RoutingMode='ROUTING_RULE_THEN_API_MAPPING')['RoutingMode'] == 'ROUTING_RULE_THEN_API_MAPPING'
        call('delete_routing_rule', 204, **at)
        refused('get_routing_rule', 'NotFoundException', **at)

        link = call('create_vpc_link', 201, Name='inside', SubnetIds=['subnet-1'], Tags={'a': '1'})
        assert set(link) == {'CreatedDate', 'Name', 'SecurityGroupIds', 'SubnetIds', 'Tags', 'VpcLinkId', 'VpcLinkStatus', 'VpcLinkStatusMessage', 'VpcLinkVersion'} and link['VpcLinkStatus'] == 'AVAILABLE', link
        id = link['VpcLinkId']
        assert call('update_vpc_link', VpcLinkId=id, Name='in') == {**link, 'Name': 'in'} == call('get_vpc_link', VpcLinkId=id) and len(call('get_vpc_links')['Items']) == 1
        assert refused('create_vpc_link', 'BadRequestException', Name='x', SubnetIds=[]) == 'SubnetIds for a vpc link cannot be empty'
        private = call('create_integration', 201, ApiId=http, IntegrationType='HTTP_PROXY', IntegrationMethod='ANY', ConnectionType='VPC_LINK', ConnectionId=id, PayloadFormatVersion='1.0', TlsConfig={'ServerNameToVerify': 'a.example'},
            IntegrationUri='arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/a/1/2')
        refused('delete_vpc_link', 'BadRequestException', VpcLinkId=id)
        call('delete_integration', 204, ApiId=http, IntegrationId=private['IntegrationId'])

        root = 'arn:aws:apigateway:eu-central-1::'
        for arn in [f'{root}/apis/{http}', f'{root}/apis/{http}/stages/$default', f'{root}/domainnames/api.pets.example', f'{root}/vpclinks/{id}']:
            call('tag_resource', 201, ResourceArn=arn, Tags={'b': '2', 'c': '3'})
            call('untag_resource', 204, ResourceArn=arn, TagKeys=['a', 'c'])
            assert call('get_tags', ResourceArn=arn)['Tags'] == {'b': '2'}, arn
            refused('tag_resource', 'BadRequestException', ResourceArn=arn, Tags={str(i): 'x' for i in range(50)})
        assert call('get_api', ApiId=http)['Tags'] == {'b': '2'} == call('get_vpc_link', VpcLinkId=id)['Tags']
        refused('get_tags', 'NotFoundException', ResourceArn=f'{root}/apis/nope')
        refused('get_tags', 'BadRequestException', ResourceArn='arn:aws:s3:::bucket')
        call('delete_vpc_link', 202, VpcLinkId=id)
        call('delete_domain_name', 204, DomainName='api.pets.example')
        refused('get_vpc_link', 'NotFoundException', VpcLinkId=id)
        assert [one['DomainName'] for one in call('get_domain_names')['Items']] == ['*.pets.example']
        """;
}
