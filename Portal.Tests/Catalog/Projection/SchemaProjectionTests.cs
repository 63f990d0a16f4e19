using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Tests.Catalog.Projection;

/// <summary>Schemas on their way to draft 4. Where it cannot say what the author said, the model admits more, never less.</summary>
public sealed class SchemaProjectionTests
{
    [Theory]
    [InlineData("type: string, format: date-time, pattern: '^a', minLength: 1.0", """{"format":"date-time","minLength":1,"pattern":"^a","type":"string"}""")]
    [InlineData("type: integer, format: int64, example: 1, default: 2, title: T, description: D", """{"type":"integer"}""")]
    [InlineData("type: string, nullable: true, maxLength: 3, enum: [a, null]", """{"maxLength":3}""")]
    [InlineData("type: [string, 'null']", "{}")]
    [InlineData("type: [integer, string], minimum: 1", """{"anyOf":[{"minimum":1,"type":"integer"},{"minimum":1,"type":"string"}]}""")]
    [InlineData("type: object, nullable: true, properties: {a: {type: string}}", "{}")]
    [InlineData("anyOf: [{type: string}, {type: 'null'}]", "{}")]
    [InlineData("$ref: '#/components/schemas/Other', nullable: true", "{}")]
    [InlineData("const: a", """{"enum":["a"]}""")]
    [InlineData("enum: [a, null]", """{"enum":["a"]}""")]
    [InlineData("type: number, exclusiveMinimum: 3", """{"minimum":3,"type":"number"}""")]
    [InlineData("type: number, minimum: 3, exclusiveMinimum: true", """{"minimum":3,"type":"number"}""")]
    [InlineData("type: array", """{"items":{},"type":"array"}""")]
    [InlineData("type: array, prefixItems: [{type: string}], items: {type: integer}", """{"items":{},"type":"array"}""")]
    [InlineData("type: object, required: [b, a, b], additionalProperties: false", """{"additionalProperties":false,"required":["a","b"],"type":"object"}""")]
    [InlineData("type: object, required: [id, a], properties: {id: {type: string, readOnly: true}, a: {type: string, writeOnly: true}}", """{"properties":{"a":{"type":"string"},"id":{"type":"string"}},"required":["a"],"type":"object"}""")]
    [InlineData("type: object, patternProperties: {^x: {}}, additionalProperties: false", """{"type":"object"}""")]
    [InlineData("type: file", "{}")]
    [InlineData("oneOf: [{type: string}, {type: integer}]", """{"oneOf":[{"type":"string"},{"type":"integer"}]}""")]
    [InlineData("oneOf: [{type: string}, {type: integer, exclusiveMinimum: 1}]", """{"anyOf":[{"type":"string"},{"minimum":1,"type":"integer"}]}""")]
    [InlineData("oneOf: [{$ref: '#/components/schemas/Loose'}, {type: integer}]", """{"anyOf":[{"$ref":"#/components/schemas/Loose"},{"type":"integer"}]}""")]
    [InlineData("oneOf: [{$ref: '#/components/schemas/Other'}, {$ref: '#/components/schemas/Other'}]", """{"anyOf":[{"$ref":"#/components/schemas/Other"}]}""")]
    [InlineData("anyOf: [{type: string}, {}]", "{}")]
    [InlineData("allOf: [{$ref: '#/components/schemas/Anything'}, {type: object}]", """{"allOf":[{"type":"object"}]}""")]
    [InlineData("not: {type: string}", """{"not":{"type":"string"}}""")]
    [InlineData("type: string, not: {type: string, nullable: true}", """{"type":"string"}""")]
    [InlineData("$ref: '#/components/schemas/Other'", """{"$ref":"#/components/schemas/Other"}""")]
    [InlineData("$ref: '#/components/schemas/Anything'", "{}")]
    [InlineData("$ref: '#/components/schemas/Other', description: D", """{"$ref":"#/components/schemas/Other"}""")]
    [InlineData("$ref: '#/components/schemas/Other', minProperties: 1", """{"allOf":[{"$ref":"#/components/schemas/Other"},{"minProperties":1}]}""")]
    [InlineData("$ref: '#/components/schemas/Other/properties/deep'", """{"$ref":"#/components/schemas/OtherDeep"}""")]
    [InlineData("$ref: '#/components/schemas/With--Dash'", """{"$ref":"#/components/schemas/WithDash"}""")]
    [InlineData("type: object, properties: {$ref: {type: string}, enum: {type: integer}}", """{"properties":{"$ref":{"type":"string"},"enum":{"type":"integer"}},"type":"object"}""")]
    [InlineData("type: object, if: {type: object}, then: {type: object}, unevaluatedProperties: false, discriminator: {propertyName: a}", """{"type":"object"}""")]
    public void A_property_becomes(string schema, string draft)
    {
        var spec = Projected.Spec($$"""
            openapi: 3.1.0
            info: {title: shop-1, version: '1'}
            x-portal-default-integration: {type: mock}
            paths: {/a: {get: {} } }
            components:
              schemas:
                It: {type: object, properties: {it: { {{schema}} } } }
                Other: {type: object, properties: {deep: {type: object} } }
                Loose: {type: object, properties: {a: {type: string, contentSchema: {}, contains: {} } } }
                Anything: {}
                With--Dash: {type: object}
            """);

        Assert.Equal(draft, CanonicalJson.Of(JsonNode.Parse(spec.Models["It"].Schema)!["properties"]!["it"]));
    }

    [Fact]
    public void Models_that_contain_each_other_stay_whole()
    {
        var spec = Spec("A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}, B: {type: array, items: {$ref: '#/components/schemas/A'}}");

        Assert.Equal("""{"items":{"$ref":"#/components/schemas/A"},"type":"array"}""", spec.Models["B"].Schema);
    }

    [Fact]
    public void A_second_name_for_a_model_is_a_model()
    {
        var spec = Spec("A: {$ref: '#/components/schemas/B'}, B: {type: array, items: {type: string}}");

        Assert.Equal(spec.Models["B"].Schema, spec.Models["A"].Schema);
    }

    [Theory]
    [InlineData("A-B: {type: object}, A_B: {type: object}, AB: {type: object}", "AB,AB2,AB3")]
    [InlineData("A_B: {type: object}, AB: {type: object}, A-B: {type: object}", "AB,AB2,AB3")]
    [InlineData("小: {type: object}, 大: {type: object}", "Model,Model2")]
    public void Names_do_not_collide_whatever_their_order(string schemas, string names)
    {
        Assert.Equal(names, string.Join(',', Spec(schemas).Models.Keys));
    }

    [Fact]
    public void A_body_without_a_name_is_a_model_named_after_its_operation_and_a_shared_one_after_itself()
    {
        var spec = Projected.Spec("""
            openapi: 3.0.0
            info: {title: shop-1, version: '1'}
            x-portal-default-integration: {type: mock}
            paths:
              /a/{id}:
                post:
                  requestBody: {content: {application/json: {schema: {type: object}}, application/merge-patch+json; charset=utf-8: {schema: {type: array, items: {}}}}}
                  responses: {'200': {$ref: '#/components/responses/Fine'}}
                put:
                  operationId: put-it
                  requestBody: {content: {application/json: {schema: {properties: {a: {type: string}}}}}}
                  responses: {'200': {$ref: '#/components/responses/Fine'}}
            components: {responses: {Fine: {description: OK, content: {application/json: {schema: {type: object}}}}}}
            """);

        Assert.Equal(["Fine", "POSTAIdRequest", "POSTAIdRequestApplicationMergePatchJson", "PutItRequest"], spec.Models.Keys);
        Assert.Equal(["application/json", "application/merge-patch+json"], spec.Methods["POST /a/{id}"].RequestModels.Keys);
        Assert.Equal("Fine", spec.Methods["PUT /a/{id}"].Responses["200"].Models["application/json"]);
    }

    [Fact]
    public void A_model_of_an_operation_that_is_left_out_goes_with_it_unless_the_document_names_it()
    {
        var spec = Projected.Spec("""
            openapi: 3.0.0
            info: {title: shop-1, version: '1'}
            x-portal-default-integration: {type: mock}
            paths:
              /a: {post: {x-portal-leave-out: true, requestBody: {content: {application/json: {schema: {type: object}}}}}}
              /b: {get: {}}
            components: {schemas: {Named: {type: object}}}
            """);

        Assert.Equal(["Named"], spec.Models.Keys);
    }

    private static RestApiSpec Spec(string schemas) =>
        Projected.Spec($"openapi: 3.0.0\ninfo: {{title: shop-1, version: '1'}}\nx-portal-default-integration: {{type: mock}}\npaths: {{/a: {{get: {{}}}}}}\ncomponents: {{schemas: {{{schemas}}}}}");
}
