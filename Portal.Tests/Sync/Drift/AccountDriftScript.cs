namespace Portal.Tests.Sync.Drift;

/// <summary>The same of keys, and of what belongs to an account and Region.</summary>
internal static class AccountDriftScript
{
    public const string Edits = """
        gw = client('apigateway', 'eu-west-1')
        v2 = client('apigatewayv2', 'eu-west-1')
        apis = {a['name']: a['id'] for page in gw.get_paginator('get_rest_apis').paginate() for a in page['items']}
        plans = {p['name']: p['id'] for page in gw.get_paginator('get_usage_plans').paginate() for p in page['items']}

        def set(path, value):
            return [{'op': 'replace', 'path': path, 'value': value}]
        def key(p):
            return gw.get_usage_plan_keys(usagePlanId=p)['items'][0]['id']
        def key_patch(path, value):
            return lambda p: gw.update_api_key(apiKey=key(p), patchOperations=set(path, value))
        def let_in(p, name):
            gw.create_usage_plan_key(usagePlanId=p, keyType='API_KEY', keyId=gw.create_api_key(name=name, enabled=True)['id'])
        def out(p):
            gw.delete_usage_plan_key(usagePlanId=p, keyId=key(p))
        def arn(path):
            return f'arn:aws:apigateway:eu-west-1::/{path}'
        def untag(path):
            gw.untag_resource(resourceArn=arn(path), tagKeys=['portal:id'])
        def to_sold():
            return [{'InvokeApi': {'ApiId': apis['sold'], 'Stage': 'dev', 'StripBasePath': False}}]
        def rule(name):
            v2.create_routing_rule(DomainName=name, Priority=1, Conditions=[{'MatchBasePaths': {'AnyOf': ['more']}}, {'MatchHeaders': {'AnyOf': [{'Header': 'X-Version', 'ValueGlob': '2*'}]}}], Actions=to_sold())
        def ruled(name):
            gw.update_domain_name(domainName=name, patchOperations=set('/routingMode', 'ROUTING_RULE_ONLY'))
            rule(name)
        def ours(name):
            return v2.list_routing_rules(DomainName=name)['RoutingRules'][0]['RoutingRuleId']
        def put(name, priority, glob):
            v2.put_routing_rule(DomainName=name, RoutingRuleId=ours(name), Priority=priority, Conditions=[{'MatchHeaders': {'AnyOf': [{'Header': 'X-Version', 'ValueGlob': glob}]}}], Actions=to_sold())
        def mapping(name):
            return v2.get_api_mappings(DomainName=name)['Items'][0]['ApiMappingId']

        KEYS = {
            'key-renamed': key_patch('/name', 'theirs'),
            'key-description': key_patch('/description', 'Somebody was here'),
            'key-disabled': key_patch('/enabled', 'false'),
            'key-customer': key_patch('/customerId', 'customer-7'),
            'key-untagged': lambda p: untag('apikeys/' + key(p)),
            'key-out': out,
            'key-gone': lambda p: gw.delete_api_key(apiKey=key(p)),
            'key-let-in': lambda p: let_in(p, 'theirs'),
            'key-exchanged': lambda p: (out(p), let_in(p, 'instead')),
            'key-tagged': lambda p: gw.tag_resource(resourceArn=arn('apikeys/' + key(p)), tags={'cost-centre': '7'}),
            'same-key': lambda p: (key_patch('/description', 'for a moment')(p), key_patch('/description', 'Shop, gold')(p)),
        }
        certificates = {c['tags']['portal:id']: c['clientCertificateId'] for c in gw.get_client_certificates()['items'] if 'portal:id' in c.get('tags', {})}
        links = {l['tags']['portal:id']: l['id'] for l in gw.get_vpc_links()['items']}
        subnets = {l['Tags']['portal:id']: l['VpcLinkId'] for l in v2.get_vpc_links()['Items']}
        inner = {d['tags']['portal:id']: d for d in gw.get_domain_names()['items'] if 'domainNameId' in d}
        names = {d['tags']['portal:id']: d['domainName'] for d in gw.get_domain_names()['items']}
        ACCOUNT = {
            'certificate-description': lambda c: gw.update_client_certificate(clientCertificateId=c, patchOperations=set('/description', 'Somebody was here')),
            'certificate-gone': lambda c: gw.delete_client_certificate(clientCertificateId=c),
            'certificate-untagged': lambda c: untag('clientcertificates/' + c),
            'link-renamed': lambda l: gw.update_vpc_link(vpcLinkId=l, patchOperations=set('/name', 'another link')),
            'link-description': lambda l: gw.update_vpc_link(vpcLinkId=l, patchOperations=set('/description', 'Somebody was here')),
            'link-gone': lambda l: gw.delete_vpc_link(vpcLinkId=l),
            'link-untagged': lambda l: untag('vpclinks/' + l),
            'subnets-renamed': lambda l: v2.update_vpc_link(VpcLinkId=l, Name='another link'),
            'subnets-gone': lambda l: v2.delete_vpc_link(VpcLinkId=l),
            'subnets-untagged': lambda l: v2.untag_resource(ResourceArn=arn('vpclinks/' + l), TagKeys=['portal:id']),
            'name-certificate': lambda d: gw.update_domain_name(domainName=d, patchOperations=set('/regionalCertificateArn', 'arn:aws:acm:eu-west-1:123456789012:certificate/theirs')),
            'name-policy': lambda d: gw.update_domain_name(domainName=d, patchOperations=set('/securityPolicy', 'TLS_1_0')),
            'name-clients': lambda d: gw.update_domain_name(domainName=d, patchOperations=set('/mutualTlsAuthentication/truststoreUri', 's3://theirs/truststore.pem')),
            'name-dualstack': lambda d: gw.update_domain_name(domainName=d, patchOperations=set('/endpointConfiguration/ipAddressType', 'dualstack')),
            'name-routing': lambda d: gw.update_domain_name(domainName=d, patchOperations=set('/routingMode', 'ROUTING_RULE_THEN_BASE_PATH_MAPPING')),
            'name-rules': ruled,
            'name-rule-changed': lambda d: put(d, 100, '3*'),
            'name-rule-gone': lambda d: v2.delete_routing_rule(DomainName=d, RoutingRuleId=ours(d)),
            'name-rule-moved': lambda d: put(d, 200, '1*'),
            'unruled-added': rule,
            'name-path-added': lambda d: v2.create_api_mapping(DomainName=d, ApiId=apis['sold'], Stage='dev', ApiMappingKey='more'),
            'name-path-gone': lambda d: v2.delete_api_mapping(DomainName=d, ApiMappingId=mapping(d)),
            'name-path-moved': lambda d: v2.update_api_mapping(DomainName=d, ApiMappingId=mapping(d), ApiId=apis['sold'], Stage='theirs'),
            'name-gone': lambda d: gw.delete_domain_name(domainName=d),
            'name-untagged': lambda d: untag('domainnames/' + d),
            'inner-policy': lambda d: gw.update_domain_name(domainName=d['domainName'], domainNameId=d['domainNameId'], patchOperations=set('/policy', '{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"}]}')),
            'inner-let-in': lambda d: gw.create_domain_name_access_association(domainNameArn=d['domainNameArn'], accessAssociationSourceType='VPCE', accessAssociationSource='vpce-2'),
            'inner-kept-out': lambda d: gw.delete_domain_name_access_association(domainNameAccessAssociationArn=[a for a in gw.get_domain_name_access_associations()['items'] if a['domainNameArn'] == d['domainNameArn']][0]['domainNameAccessAssociationArn']),
            'inner-gone': lambda d: gw.delete_domain_name(domainName=d['domainName'], domainNameId=d['domainNameId']),
            'inner-untagged': lambda d: gw.untag_resource(resourceArn=d['domainNameArn'], tagKeys=['portal:id']),
            'log-role': lambda _: gw.update_account(patchOperations=set('/cloudwatchRoleArn', 'arn:aws:iam::123456789012:role/Theirs')),
        }

        failed = []
        for name, edit in [*KEYS.items(), *ACCOUNT.items()]:
            try:
                edit({**plans, **certificates, **links, **subnets, **names, **inner}.get(name))
            except Exception as error:
                failed.append(f'{name}: {type(error).__name__}: {error}')
        assert not failed, '\n'.join(failed)
        """;
}
