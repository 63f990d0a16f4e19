using System.Globalization;

namespace Portal.Tests.Catalog.Projection;

internal static class LintSchemaCases
{
    public static readonly LintCase[] All =
    [
        new("model-name", "/components/schemas/Pet--Mini", "", "Pet--Mini is PetMini", Schemas("Pet--Mini: {type: object}, Pet: {type: object}")),
        new("model-name", "/definitions/pet.mini", "", "pet.mini is PetMini", "swagger: '2.0'\ninfo: {title: shop-1, version: '1'}\ndefinitions: {pet.mini: {type: object}}\npaths: {/a: {get: {MOCK}}}"),
        new("model-annotation", "/components/schemas/A/properties/b", "", "example", Schemas("A: {type: object, properties: {b: {type: string, example: x, x-mine: 1}}}")),
        new("model-keyword", "/components/schemas/A/properties/b", "", "nullable", Schemas("A: {type: object, properties: {b: {type: string, nullable: true}}}")),
        new("model-keyword", "/components/schemas/A", "", "if, then", Schemas("A: {type: object, if: {}, then: {}}")),
        new("model-inline", "/paths/~1a/get/responses/200/content/application~1json/schema", "", "GETAResponse200",
            "paths: {/a: {get: {responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {}}}}}}, MOCK}}}"),
        new("model-unchecked", "/components/schemas", "", "Anything", Schemas("Anything: {}, Other: {type: object}")),
        new("body-primitive", "/paths/~1a/get/responses/200", "GET /a", "", "paths: {/a: {get: {responses: {'200': {description: OK, content: {application/json: {schema: {type: string}}}}}, MOCK}}}"),
        new("body-not-json", "/paths/~1a/post/requestBody", "POST /a", "multipart/form-data", "paths: {/a: {post: {requestBody: {content: {multipart/form-data: {schema: {type: object}}}}, MOCK}}}"),
        new("body-not-json", "/paths/~1a/post", "POST /a", "application/x-www-form-urlencoded",
            "swagger: '2.0'\ninfo: {title: shop-1, version: '1'}\npaths: {/a: {post: {parameters: [{name: f, in: formData, type: string}], responses: {}, MOCK}}}"),
        new("model-size-unused", "/components/schemas", "", "400 KB", Schemas(Large("U", 500))),
        new("model-size", "/components/schemas", "", "KB",
            $"paths: {{/a: {{post: {{requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/U0'}}}}}}}}, MOCK}}}}}}\ncomponents: {{schemas: {{{Large("U", 500, next: true)}}}}}"),
    ];

    private static string Schemas(string schemas) => $"components: {{schemas: {{{schemas}}}}}\npaths: {{/a: {{get: {{MOCK}}}}}}";

    /// <summary>Schemas of a kilobyte each; each refers to the next one, if they are to be used.</summary>
    private static string Large(string name, int count, bool next = false) => string.Join(", ", Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture,
        $"{name}{number}: {{type: object, properties: {{{(next && number + 1 < count ? $"n: {{$ref: '#/components/schemas/{name}{number + 1}'}}, " : "")}p: {{type: string, pattern: {new string('x', 1000)}}}}}}}")));
}
