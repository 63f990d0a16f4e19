using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox;

/// <summary>Documents that API Gateway takes; a test changes only what it is about.</summary>
internal static class Given
{
    /// <summary>An OpenAPI 3.0 document with these paths.</summary>
    public static string Document(string paths, string more = "") => $$"""
        {"openapi": "3.0.1", "info": {"title": "pets", "version": "1.0"}, "paths": {{paths}} {{(more is "" ? "" : $", {more}")}} }
        """;

    /// <summary>One path with a mock on GET.</summary>
    public static string MockDocument(string path = "/pets", string body = """{"ok":true}""", string more = "") => Document($$"""
        {"{{path}}": {"get": {{Mock(body)}} } }
        """, more);

    /// <summary>An operation that a mock answers with this body.</summary>
    public static string Mock(string body, string more = "") => $$"""
        {"responses": {"200": {"description": "fine"} }, {{(more is "" ? "" : $"{more}, ")}}
         "x-amazon-apigateway-integration": {"type": "mock", "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
         "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json": {{JsonValue.Create(body).ToJsonString()}} } } } } }
        """;

    /// <summary>An operation that is passed on to a URL.</summary>
    public static string Proxy(string uri, string verb = "GET", string more = "", string mappings = "{}", string parameters = "[]") => $$"""
        {"responses": {}, "parameters": {{parameters}},
         "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "{{verb}}", "uri": "{{uri}}", "requestParameters": {{mappings}} {{(more is "" ? "" : $", {more}")}} } }
        """;
}
