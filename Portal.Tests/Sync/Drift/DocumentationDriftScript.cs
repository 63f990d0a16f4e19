namespace Portal.Tests.Sync.Drift;

/// <summary>What somebody says of APIs by a client that is not ours, and how somebody else changes it.</summary>
internal static class DocumentationDriftScript
{
    /// <summary>Of every API whose name begins with "doc-" or is "same-doc".</summary>
    public const string Writing = Apis + """
        for a in apis.values():
            for location, properties in PARTS:
                gw.create_documentation_part(restApiId=a, location=location, properties=json.dumps(properties))
            gw.create_documentation_version(restApiId=a, documentationVersion='1', description='First')
        """;

    public const string Edits = Apis + """
        import time
        def part(a, type):
            return next(p for p in gw.get_documentation_parts(restApiId=a, limit=500)['items'] if p['location']['type'] == type)['id']
        def remade(a):
            gw.delete_documentation_version(restApiId=a, documentationVersion='1')
            time.sleep(1.1)
            gw.create_documentation_version(restApiId=a, documentationVersion='1', description='First')
        def same(a):
            for location, properties in PARTS:
                gw.delete_documentation_part(restApiId=a, documentationPartId=part(a, location['type']))
            for location, properties in reversed(PARTS):
                gw.create_documentation_part(restApiId=a, location=location, properties=json.dumps(dict(reversed(properties.items())), indent=2))
        EDITS = {
            'doc-part-added': lambda a: gw.create_documentation_part(restApiId=a, location={'type': 'QUERY_PARAMETER', 'path': '/pets', 'method': 'GET', 'name': 'limit'}, properties='{"description": "How many"}'),
            'doc-part-changed': lambda a: gw.update_documentation_part(restApiId=a, documentationPartId=part(a, 'METHOD'), patchOperations=[{'op': 'replace', 'path': '/properties', 'value': '{"summary": "Somebody was here"}'}]),
            'doc-part-gone': lambda a: gw.delete_documentation_part(restApiId=a, documentationPartId=part(a, 'RESOURCE')),
            'doc-imported': lambda a: gw.import_documentation_parts(restApiId=a, mode='overwrite', body=json.dumps({'openapi': '3.0.1', 'info': {'title': 't', 'version': '1'}, 'paths': {}, 'x-amazon-apigateway-documentation': {
                'documentationParts': [{'location': {'type': 'RESPONSE', 'path': '/pets', 'method': 'GET', 'statusCode': '200'}, 'properties': {'description': 'Pets'}}]}})),
            'doc-version-added': lambda a: gw.create_documentation_version(restApiId=a, documentationVersion='2'),
            'doc-version-gone': lambda a: gw.delete_documentation_version(restApiId=a, documentationVersion='1'),
            'doc-version-described': lambda a: gw.update_documentation_version(restApiId=a, documentationVersion='1', patchOperations=[{'op': 'replace', 'path': '/description', 'value': 'Somebody was here'}]),
            'doc-version-remade': remade,
            'same-doc': same,
        }
        for name, edit in EDITS.items():
            edit(apis[name])
        """;

    private const string Apis = """
        import json
        gw = client('apigateway', 'eu-west-1')
        apis = {a['name']: a['id'] for page in gw.get_paginator('get_rest_apis').paginate() for a in page['items'] if a['name'].startswith('doc-') or a['name'] == 'same-doc'}
        PARTS = [
            ({'type': 'API'}, {'description': 'Pets', 'contact': 'us'}),
            ({'type': 'RESOURCE', 'path': '/pets'}, {'description': 'All of them'}),
            ({'type': 'METHOD', 'path': '/pets', 'method': 'GET'}, {'summary': 'Lists pets', 'tags': ['pets']}),
        ]

        """;
}
