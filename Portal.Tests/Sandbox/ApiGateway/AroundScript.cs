namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>What stands around REST APIs: documentation, certificates, names, links, the account, keys from a file, tags.</summary>
internal static class AroundScript
{
    public const string Around = ForeignClientScript.Prelude + """
        from datetime import timedelta
        def patch(*steps):
            return [dict(zip(['op', 'path', 'value'], step)) for step in steps]
        id = call('import_rest_api', 201, parameters={'endpointConfigurationTypes': 'REGIONAL', 'ignore': 'documentation'}, body=sys.argv[2])['id']
        call('create_deployment', 201, restApiId=id, stageName='dev')

        part = call('create_documentation_part', 201, restApiId=id, location={'type': 'METHOD', 'path': '/pets', 'method': 'GET'}, properties='{"description": "all"}')
        assert part == {'id': part['id'], 'location': {'type': 'METHOD', 'path': '/pets', 'method': 'GET'}, 'properties': '{"description": "all"}'}, part
        refused('create_documentation_part', 'ConflictException', restApiId=id, location={'type': 'METHOD', 'path': '/pets', 'method': 'GET'}, properties='{"description": "again"}')
        refused('create_documentation_part', 'BadRequestException', restApiId=id, location={'type': 'API', 'path': '/'}, properties='{"a": 1}')
        refused('create_documentation_part', 'BadRequestException', restApiId=id, location={'type': 'MODEL'}, properties='{"a": 1}')
        refused('create_documentation_part', 'BadRequestException', restApiId=id, location={'type': 'API'}, properties='text')
        assert call('get_documentation_part', restApiId=id, documentationPartId=part['id']) == part
        assert call('update_documentation_part', restApiId=id, documentationPartId=part['id'], patchOperations=patch(('replace', '/properties', '{"description": "every"}')))['properties'] == '{"description": "every"}'
        file = json.dumps({'openapi': '3.0.1', 'info': {'title': 't', 'version': '1'}, 'paths': {}, 'x-amazon-apigateway-documentation': {'version': '1', 'documentationParts': [
            {'location': {'type': 'API'}, 'properties': {'info': {'description': 'd'}}}, {'location': {'type': 'METHOD', 'path': '/pets', 'method': 'GET'}, 'properties': {'description': 'some'}}]}})
        read = call('import_documentation_parts', restApiId=id, mode='merge', body=file)
        assert len(read['ids']) == 2 and part['id'] in read['ids'] and 'warnings' not in read, read
        assert [one['location']['type'] for one in call('get_documentation_parts', restApiId=id, type='API')['items']] == ['API']
        assert len(call('get_documentation_parts', restApiId=id, path='/pe', limit=500)['items']) == 1
        assert {'type': 'RESOURCE', 'path': '/pets'} in [one['location'] for one in call('get_documentation_parts', restApiId=id, locationStatus='UNDOCUMENTED', limit=500)['items']]
        call('create_documentation_version', 201, restApiId=id, documentationVersion='1', stageName='dev', description='first')
        assert call('get_stage', restApiId=id, stageName='dev')['documentationVersion'] == '1'
        refused('create_documentation_version', 'ConflictException', restApiId=id, documentationVersion='1')
        refused('delete_documentation_version', 'BadRequestException', restApiId=id, documentationVersion='1')
        assert set(call('update_documentation_version', restApiId=id, documentationVersion='1', patchOperations=patch(('replace', '/description', 'one')))) == {'version', 'createdDate', 'description'}
        assert [one['description'] for one in call('get_documentation_versions', restApiId=id)['items']] == ['one'] and call('get_documentation_version', restApiId=id, documentationVersion='1')['version'] == '1'
        refused('update_stage', 'BadRequestException', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/documentationVersion', 'no')))
        call('update_stage', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/documentationVersion', '')))
        call('delete_documentation_version', 202, restApiId=id, documentationVersion='1')
        assert call('import_documentation_parts', restApiId=id, mode='overwrite', body=file.replace('"API"', '"RESOURCE", "path": "/pets"'))['ids'] and not call('get_documentation_parts', restApiId=id, type='API')['items']
        call('delete_documentation_part', 202, restApiId=id, documentationPartId=part['id'])
        document = json.loads(file)
        assert call('put_rest_api', restApiId=id, mode='merge', parameters={'ignore': 'documentation'}, body=json.dumps(document)) and not call('get_documentation_parts', restApiId=id, type='API')['items']
        assert call('put_rest_api', restApiId=id, mode='merge', body=json.dumps(document)) and len(call('get_documentation_parts', restApiId=id, type='API')['items']) == 1

        cert = call('generate_client_certificate', 201, description='d', tags={'a': '1'})
        assert cert['pemEncodedCertificate'].startswith('-----BEGIN CERTIFICATE-----') and 'PRIVATE' not in json.dumps(cert, default=str) and cert['expirationDate'] - cert['createdDate'] == timedelta(days=365), cert
        import ssl
        assert len(ssl.PEM_cert_to_DER_cert(cert['pemEncodedCertificate'])) > 500
        key = cert['clientCertificateId']
        assert call('update_client_certificate', clientCertificateId=key, patchOperations=patch(('replace', '/description', 'e')))['description'] == 'e'
        assert [one['clientCertificateId'] for one in call('get_client_certificates')['items']] == [key] and call('get_client_certificate', clientCertificateId=key)['tags'] == {'a': '1'}
        refused('update_stage', 'BadRequestException', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/clientCertificateId', 'nobody')))
        call('update_stage', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/clientCertificateId', key)))
        refused('delete_client_certificate', 'BadRequestException', clientCertificateId=key)
        call('update_stage', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/clientCertificateId', 'arn:aws:acm:eu-central-1:123456789012:certificate/1-2')))
        call('delete_client_certificate', 202, clientCertificateId=key)

        acm = 'arn:aws:acm:eu-central-1:123456789012:certificate/'
        name = call('create_domain_name', 201, domainName='api.example.com', regionalCertificateArn=acm + 'a', endpointConfiguration={'types': ['REGIONAL']}, securityPolicy='TLS_1_2', tags={'a': '1'})
        assert name['domainNameStatus'] == 'AVAILABLE' and name['regionalDomainName'] and name['endpointConfiguration'] == {'types': ['REGIONAL'], 'ipAddressType': 'ipv4'} and name['routingMode'] == 'BASE_PATH_MAPPING_ONLY' and 'distributionDomainName' not in name, name
        refused('create_domain_name', 'ConflictException', domainName='api.example.com', certificateArn=acm + 'a')
        refused('create_domain_name', 'BadRequestException', domainName='bare.example.com')
        changed = call('update_domain_name', domainName='api.example.com', patchOperations=patch(('replace', '/regionalCertificateArn', acm + 'b'), ('add', '/mutualTlsAuthentication/truststoreUri', 's3://b/k'), ('replace', '/routingMode', 'ROUTING_RULE_ONLY')))
        assert (changed['regionalCertificateArn'], changed['mutualTlsAuthentication'], changed['routingMode']) == (acm + 'b', {'truststoreUri': 's3://b/k'}, 'ROUTING_RULE_ONLY'), changed
        call('update_domain_name', domainName='api.example.com', patchOperations=patch(('replace', '/mutualTlsAuthentication/truststoreUri', '')))
        both = call('update_domain_name', domainName='api.example.com', patchOperations=patch(('add', '/certificateArn', acm + 'c'), ('add', '/endpointConfiguration/types', 'EDGE')))
        assert both['endpointConfiguration']['types'] == ['REGIONAL', 'EDGE'] and both['distributionDomainName'].endswith('.cloudfront.net') and 'mutualTlsAuthentication' not in both, both
        edge = call('update_domain_name', domainName='api.example.com', patchOperations=patch(('remove', '/endpointConfiguration/types', 'REGIONAL'), ('remove', '/regionalCertificateArn', '')))
        assert edge['endpointConfiguration']['types'] == ['EDGE'] and 'regionalDomainName' not in edge, edge
        call('create_base_path_mapping', 201, domainName='api.example.com', restApiId=id, stage='dev')
        assert call('create_base_path_mapping', 201, domainName='api.example.com', restApiId=id, basePath='v1') == {'basePath': 'v1', 'restApiId': id}
        refused('create_base_path_mapping', 'ConflictException', domainName='api.example.com', restApiId=id, basePath='v1')
        refused('create_base_path_mapping', 'BadRequestException', domainName='api.example.com', restApiId=id, basePath='v2', stage='no')
        refused('create_base_path_mapping', 'BadRequestException', domainName='api.example.com', restApiId='no', basePath='v2')
        assert call('get_base_path_mapping', domainName='api.example.com', basePath='(none)') == {'basePath': '(none)', 'restApiId': id, 'stage': 'dev'}
        assert call('update_base_path_mapping', domainName='api.example.com', basePath='v1', patchOperations=patch(('replace', '/basePath', 'v3'), ('replace', '/stage', 'dev'))) == {'basePath': 'v3', 'restApiId': id, 'stage': 'dev'}
        assert [one['basePath'] for one in call('get_base_path_mappings', domainName='api.example.com')['items']] == ['(none)', 'v3']
        assert [one['ApiMappingKey'] for one in client('apigatewayv2').get_api_mappings(DomainName='api.example.com')['Items']].count('v3') == 1
        refused('delete_stage', 'BadRequestException', restApiId=id, stageName='dev')
        refused('delete_rest_api', 'BadRequestException', restApiId=id)
        call('delete_base_path_mapping', 202, domainName='api.example.com', basePath='v3')
        refused('get_base_path_mapping', 'NotFoundException', domainName='api.example.com', basePath='v3')
        hidden = call('create_domain_name', 201, domainName='api.example.com', certificateArn=acm + 'p', endpointConfiguration={'types': ['PRIVATE']}, policy='{"Statement": []}')
        assert hidden['domainNameId'] and hidden['endpointConfiguration'] == {'types': ['PRIVATE'], 'ipAddressType': 'dualstack'} and hidden['domainNameArn'].endswith('+' + hidden['domainNameId']), hidden
        assert len(call('get_domain_names')['items']) == 2 and len(client('apigatewayv2').get_domain_names()['Items']) == 1
        way = call('create_domain_name_access_association', 201, domainNameArn=hidden['domainNameArn'], accessAssociationSourceType='VPCE', accessAssociationSource='vpce-1')
        assert call('get_domain_name_access_associations')['items'] == [way]
        call('delete_domain_name_access_association', 202, domainNameAccessAssociationArn=way['domainNameAccessAssociationArn'])
        way = call('create_domain_name_access_association', 201, domainNameArn=hidden['domainNameArn'], accessAssociationSourceType='VPCE', accessAssociationSource='vpce-1')
        call('reject_domain_name_access_association', 202, domainNameAccessAssociationArn=way['domainNameAccessAssociationArn'], domainNameArn=hidden['domainNameArn'])
        call('delete_domain_name', 202, domainName='api.example.com', domainNameId=hidden['domainNameId'])
        assert call('get_domain_name', domainName='api.example.com')['tags'] == {'a': '1'}

        link = call('create_vpc_link', 202, name='l', description='d', targetArns=['arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/n/1'], tags={'a': '1'})
        assert link['status'] == 'PENDING' and call('get_vpc_link', vpcLinkId=link['id'])['status'] == 'AVAILABLE' and call('get_vpc_link', vpcLinkId=link['id'])['statusMessage'] == 'Your vpc link is ready for use', link
        assert call('update_vpc_link', vpcLinkId=link['id'], patchOperations=patch(('replace', '/name', 'm'), ('replace', '/description', 'e')))['name'] == 'm' and len(call('get_vpc_links')['items']) == 1

        pets = [one['id'] for one in call('get_resources', restApiId=id)['items'] if one['path'] == '/pets'][0]
        call('put_integration', 201, restApiId=id, resourceId=pets, httpMethod='GET', type='HTTP', integrationHttpMethod='GET', uri='http://a.example', connectionType='VPC_LINK', connectionId='${stageVariables.link}')
        call('create_deployment', 201, restApiId=id, stageName='dev', variables={'link': link['id']})
        assert refused('delete_vpc_link', 'BadRequestException', vpcLinkId=link['id']) == f"Cannot delete vpc link. Vpc link '{link['id']}', is referenced in [GET:{pets}:dev] in format of [Method:Resource:Stage]."
        call('update_stage', restApiId=id, stageName='dev', patchOperations=patch(('remove', '/variables')))
        call('delete_vpc_link', 202, vpcLinkId=link['id'])

        assert call('get_account')['cloudwatchRoleArn'].startswith('arn:aws:iam::123456789012:role/') and call('get_account')['features'] == ['UsagePlans']
        assert 'cloudwatchRoleArn' not in call('update_account', patchOperations=patch(('replace', '/cloudwatchRoleArn', '')))
        assert refused('update_stage', 'BadRequestException', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/*/*/logging/loglevel', 'INFO'))) == 'CloudWatch Logs role ARN must be set in account settings to enable logging'
        assert call('update_account', patchOperations=patch(('replace', '/cloudwatchRoleArn', 'arn:aws:iam::123456789012:role/r'), ('add', '/features', 'UsagePlans')))['cloudwatchRoleArn'] == 'arn:aws:iam::123456789012:role/r'
        refused('update_account', 'BadRequestException', patchOperations=patch(('remove', '/features', 'UsagePlans')))
        call('update_stage', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/*/*/logging/loglevel', 'INFO')))

        assert call('update_stage', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/cacheClusterEnabled', 'true'), ('replace', '/cacheClusterSize', '1.6')))['cacheClusterStatus'] == 'CREATE_IN_PROGRESS'
        assert call('get_stage', restApiId=id, stageName='dev')['cacheClusterStatus'] == 'AVAILABLE' and call('get_stage', restApiId=id, stageName='dev')['cacheClusterSize'] == '1.6'
        call('flush_stage_cache', 202, restApiId=id, stageName='dev')
        call('flush_stage_authorizers_cache', 202, restApiId=id, stageName='dev')
        refused('flush_stage_cache', 'NotFoundException', restApiId=id, stageName='no')
        assert call('update_stage', restApiId=id, stageName='dev', patchOperations=patch(('replace', '/cacheClusterEnabled', 'false')))['cacheClusterStatus'] == 'DELETE_IN_PROGRESS'
        assert call('get_stage', restApiId=id, stageName='dev')['cacheClusterStatus'] == 'NOT_AVAILABLE'

        plan = call('create_usage_plan', 201, name='p', apiStages=[{'apiId': id, 'stage': 'dev'}])['id']
        other = call('create_usage_plan', 201, name='q')['id']
        q = '"' * 2
        rows = f'Name,key,description,Enabled,usageplanIds,color\n"a, b",{"k" * 20},"says {q}so{q}",FALSE,"{plan},{other}",red\nc,{"l" * 20},,,,\nshort,tooshort,,,,\nlost,{"m" * 20},,,nobody,\n'
        read = call('import_api_keys', 201, format='csv', body=rows)
        assert len(read['ids']) == 3 and len(read['warnings']) == 2, read
        keys = {one['name']: one for one in call('get_api_keys', includeValues=True)['items']}
        assert (keys['a, b']['value'], keys['a, b']['description'], keys['a, b']['enabled'], keys['c']['enabled']) == ('k' * 20, 'says "so"', False, True), keys
        assert [len(call('get_usage_plan_keys', usagePlanId=one)['items']) for one in [plan, other]] == [1, 1]
        again = call('import_api_keys', 201, format='csv', body=f'Key,Name\n{"k" * 20},renamed\n')
        assert again['ids'] == [keys['a, b']['id']] and call('get_api_key', apiKey=again['ids'][0])['name'] == 'renamed'
        refused('import_api_keys', 'BadRequestException', format='csv', failOnWarnings=True, body='Key,Name\nshort,x\n')
        refused('import_api_keys', 'BadRequestException', format='csv', body='Key\nshort\n')

        for arn in [f'restapis/{id}', f'restapis/{id}/stages/dev', f'usageplans/{plan}', f'apikeys/{again["ids"][0]}', 'domainnames/api.example.com', 'vpclinks/' + call('create_vpc_link', 202, name='l', targetArns=link['targetArns'])['id'], 'clientcertificates/' + call('generate_client_certificate', 201)['clientCertificateId']]:
            arn = f'arn:aws:apigateway:eu-central-1::/{arn}'
            call('tag_resource', 204, resourceArn=arn, tags={str(n): 'x' for n in range(10, 59)})
            call('untag_resource', 204, resourceArn=arn, tagKeys=['10', 'a'])
            assert len(call('get_tags', resourceArn=arn)['tags']) == 48, arn
            refused('tag_resource', 'BadRequestException', resourceArn=arn, tags={'p': '', 'q': '', 'r': ''})
        pool = call('create_authorizer', 201, restApiId=id, name='a', type='REQUEST', authorizerUri='arn:aws:apigateway:x', identitySource='method.request.querystring.q,stageVariables.v')['id']
        assert call('test_invoke_authorizer', restApiId=id, authorizerId=pool, pathWithQueryString='/?q=1')['clientStatus'] == 401
        assert call('test_invoke_authorizer', restApiId=id, authorizerId=pool, pathWithQueryString='/?q=1', stageVariables={'v': '1'})['clientStatus'] == 500
        call('put_integration', 201, restApiId=id, resourceId=pets, httpMethod='GET', type='MOCK', requestTemplates={'application/json': '{"statusCode": 200}'})
        call('put_integration_response', 201, restApiId=id, resourceId=pets, httpMethod='GET', statusCode='200', responseTemplates={'application/json': '{"you": "$input.params(\'x\')"}'})
        tried = call('test_invoke_method', restApiId=id, resourceId=pets, httpMethod='GET', pathWithQueryString='/pets?page=1', multiValueHeaders={'x': ['a', 'b']}, body='')
        assert tried['status'] == 200 and tried['body'] == '{"you": "b"}' and tried['multiValueHeaders']['Content-Type'] == ['application/json'] and tried['latency'] >= 0 and 'Successfully completed execution' in tried['log'], tried
        print(calls, 'calls')
        """;
}
