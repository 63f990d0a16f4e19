using System.Text.Json;
using Portal.Sandbox.Execution.Schemas;

namespace Portal.Tests.Sandbox.Execution.Schemas;

public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"type": "object"}""", "[]", "instance type (array) does not match any allowed primitive type (allowed: [\"object\"])")]
    [InlineData("""{"type": ["integer", "null"]}""", "1.0", "instance type (number) does not match any allowed primitive type (allowed: [\"integer\",\"null\"])")]
    [InlineData("""{"type": "number"}""", "1", "")]
    [InlineData("""{"required": ["b", "a"]}""", "{}", "object has missing required properties ([\"a\",\"b\"])")]
    [InlineData("""{"required": ["a"]}""", "7", "")]
    [InlineData("""{"enum": ["a", {"b": 1}]}""", """{"b": 1.0}""", "")]
    [InlineData("""{"enum": ["a"]}""", "\"b\"", "instance value (\"b\") not found in enum (possible values: [\"a\"])")]
    [InlineData("""{"maximum": 5}""", "6", "numeric instance is greater than the required maximum (maximum: 5, found: 6)")]
    [InlineData("""{"maximum": 5, "exclusiveMaximum": true}""", "5", "numeric instance is not strictly lower than the required maximum 5")]
    [InlineData("""{"minimum": 5, "exclusiveMinimum": false}""", "5", "")]
    [InlineData("""{"multipleOf": 0.1}""", "0.3", "")]
    [InlineData("""{"multipleOf": 2}""", "3", "numeric instance is not a multiple of 2")]
    [InlineData("""{"maxLength": 1}""", "\"😀\"", "")]
    [InlineData("""{"minLength": 2}""", "\"a\"", "string \"a\" is too short (length: 1, required minimum: 2)")]
    [InlineData("""{"pattern": "b+"}""", "\"abc\"", "")]
    [InlineData("""{"pattern": "^b"}""", "\"abc\"", "ECMA 262 regex \"^b\" does not match input string \"abc\"")]
    [InlineData("""{"items": {"type": "integer"}}""", """[1, "a"]""", "instance type (string) does not match any allowed primitive type (allowed: [\"integer\"])")]
    [InlineData("""{"items": [{"type": "integer"}], "additionalItems": false}""", "[1, 2]", "array must not contain more than 1 elements")]
    [InlineData("""{"items": [{}], "additionalItems": {"type": "string"}}""", """[1, "a"]""", "")]
    [InlineData("""{"uniqueItems": true}""", """[{"a": 1, "b": 2}, {"b": 2, "a": 1}]""", "array must not contain duplicate elements")]
    [InlineData("""{"maxItems": 1}""", "[1, 2]", "array is too long: must have at most 1 elements but instance has 2 elements")]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", """{"a": 1}""", "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])")]
    [InlineData("""{"properties": {"a": {}}, "patternProperties": {"^x": {}}, "additionalProperties": false}""", """{"a": 1, "x1": 2, "c": 3, "b": 4}""", "object instance has properties which are not allowed by the schema: [\"b\",\"c\"]")]
    [InlineData("""{"additionalProperties": {"type": "string"}}""", """{"a": 1}""", "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])")]
    [InlineData("""{"minProperties": 1}""", "{}", "object has too few properties (found 0 but schema requires at least 1)")]
    [InlineData("""{"dependencies": {"a": ["b"]}}""", """{"a": 1}""", "property \"a\" of object has missing property dependencies (schema requires [\"b\"]; missing: [\"b\"])")]
    [InlineData("""{"dependencies": {"a": {"required": ["c"]}}}""", """{"a": 1}""", "object has missing required properties ([\"c\"])")]
    [InlineData("""{"allOf": [{"type": "integer"}, {"minimum": 2}]}""", "1", "numeric instance is lower than the required minimum (minimum: 2, found: 1)")]
    [InlineData("""{"anyOf": [{"type": "integer"}, {"type": "string"}]}""", "true", "instance failed to match at least one required schema among 2")]
    [InlineData("""{"oneOf": [{"type": "integer"}, {"minimum": 2}]}""", "3", "instance failed to match exactly one schema (matched 2 out of 2)")]
    [InlineData("""{"not": {"type": "integer"}}""", "3", "instance matched a schema which it should not have")]
    [InlineData("""{"definitions": {"n": {"type": "integer"}}, "properties": {"a": {"$ref": "#/definitions/n"}}}""", """{"a": "x"}""", "instance type (string) does not match any allowed primitive type (allowed: [\"integer\"])")]
    [InlineData("""{"properties": {"next": {"$ref": "#"}, "a": {"type": "string"}}}""", """{"next": {"next": {"a": 1}}}""", "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])")]
    [InlineData("""{"$ref": "https://apigateway.amazonaws.com/restapis/x/models/Pet"}""", "{}", "object has missing required properties ([\"name\"])")]
    [InlineData("""{"format": "date-time", "type": "string"}""", "\"soon\"", "")]
    public void A_value_is_held_against_its_schema(string schema, string value, string fault)
    {
        var faults = SchemaCheck.Faults(Json(value), Json(schema), url => url.EndsWith("/Pet", StringComparison.Ordinal) ? Json("""{"required": ["name"]}""") : null);

        Assert.Equal(fault, string.Join("; ", faults));
    }

    [Theory]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"$ref": "#/definitions/none"}""")]
    [InlineData("""{"$ref": "https://elsewhere.example/schema"}""")]
    public void A_reference_that_leads_nowhere_is_no_schema(string schema)
    {
        Assert.Throws<JsonException>(() => SchemaCheck.Faults(Json("{}"), Json(schema), _ => null));
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
