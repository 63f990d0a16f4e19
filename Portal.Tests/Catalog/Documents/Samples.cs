using Portal.Server.Catalog.Documents;

namespace Portal.Tests.Catalog.Documents;

/// <summary>Documents to try things on: real ones where there are any, and our own.</summary>
internal static class Samples
{
    /// <summary>Comments, quotes of each kind, text by indentation, lists flush with their key: what people write.</summary>
    public const string Yaml =
        """
        # The shop's API
        openapi: 3.0.3   # not 3.1
        info:
          title: 'Pet shop'
          version: "1.0"
          description: |
            Sells pets.

            Ask first.
        paths:
          /pets:   # all of them
            get:
              operationId: listPets
              summary: Lists pets
              tags:
              - pets
              parameters:
              - name: limit   # how many
                in: query
                required: false
                description: How many
                schema: {type: integer, format: int32}
              - {name: X-Trace, in: header, schema: {type: string}}
              responses:
                '200':
                  description: Pets
            # makes one
            post:
              operationId: makePet
              deprecated: true
              security: [{key: []}]
              responses: {"201": {description: Made}}

          /pets/{petId}:
            parameters:
            - $ref: '#/components/parameters/PetId'
            delete:
              responses:
                "204":
                  description: >-
                    Gone
                    for good
        components:
          parameters:
            PetId:
              name: petId
              in: path
              required: true
              schema:
                type: string
          securitySchemes:
            key:
              type: apiKey
              name: X-API-Key
              in: header
        # the end

        """;

    /// <summary>YAML that is legal and that nobody expects.</summary>
    public const string OddYaml =
        """
        %YAML 1.1
        ---
        "openapi": "3.0.1"
        info: {title: Odd, version: '1'}   # in braces
        servers:
        -   url: https://example.com
        paths:
            "/a":
                get:
                    description: |+
                        keeps its blank lines


                    x-list:
                    -   - nested
                        - list
                    -
                        name: below
                    responses:
                        200: {description: fine}
                    parameters:
                    -   # about q
                        name: p
                        in: query
                # after get
                ? post
                : summary: announced
                  responses: {}
            /b: {
                get: {
                    summary: in braces,
                    responses: {
                        "200": {
                            description: x
                        }
                    },
                }
            }
            /c:
                put:
                    responses:
                        default:
                            description: >+
                                the last

        ...

        """;

    public const string Swagger =
        """
        {
        	"swagger": "2.0",
        	"info": {"title": "Old shop", "version": "1"},
        	"basePath": "/v1",
        	"paths": {
        		"/pets": {
        			"get": {
        				"produces": ["application/json"],
        				"parameters": [{"name": "limit", "in": "query", "type": "integer"}, {"name": "pet", "in": "body", "schema": {"$ref": "#/definitions/Pet"}}],
        				"responses": {"200": {"description": "OK", "examples": {"application/json": {"$ref": "as data"}}}}
        			}
        		}
        	},
        	"definitions": {"Pet": {"type": "object", "properties": {"parent": {"$ref": "#/definitions/Pet"}}}}
        }
        """;

    public const string Minified = """{"openapi":"3.1.0","info":{"title":"Tight","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"é😀"}}}}}}""";

    private static readonly Dictionary<string, string> Texts = new(
    [
        new("own.yaml", Yaml),
        new("own-crlf.yaml", Yaml.ReplaceLineEndings("\r\n")),
        new("own-without-end.yaml", Yaml[..Yaml.IndexOf("# the end", StringComparison.Ordinal)].TrimEnd()),
        new("own-odd.yaml", OddYaml),
        new("own-odd-crlf.yaml", OddYaml.ReplaceLineEndings("\r\n")),
        new("own-swagger.json", Swagger),
        new("own-swagger-crlf.json", Swagger.ReplaceLineEndings("\r\n")),
        new("own-marked.json", "\uFEFF" + Swagger),
        new("own-minified.json", Minified),
        new("own-new.json", NewDocument.Text("New", description: "A \"quoted\" one")),
        .. RealDocuments.Names.Select(name => KeyValuePair.Create(name, File.ReadAllText(RealDocuments.Find(name)))),
    ]);

    /// <summary>The real ones are among them where they lie beside the clone.</summary>
    public static TheoryData<string> Names => [.. Texts.Keys];

    public static string Text(string name) => Texts[name];

    public static SourceDocument Read(string text) => SourceDocument.Read(text) switch
    {
        ReadOutcome.Read read => read.Document,
        ReadOutcome.Unreadable unreadable => throw new Xunit.Sdk.XunitException($"{unreadable.WithPlace} {unreadable.Pointer}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
