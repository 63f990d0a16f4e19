using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>
/// How an HTTP API answers browsers, as a document says it:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-cors-configuration.html
/// </summary>
internal static class HttpCors
{
    public const string Member = "x-amazon-apigateway-cors";

    public static HttpCorsView? Read(JsonObject root) => root.Member(Member) is not { } cors ? null : new HttpCorsView
    {
        AllowOrigins = Texts(cors, "allowOrigins"),
        AllowMethods = Texts(cors, "allowMethods"),
        AllowHeaders = Texts(cors, "allowHeaders"),
        ExposeHeaders = Texts(cors, "exposeHeaders"),
        AllowCredentials = cors.Flag("allowCredentials"),
        MaxAge = cors.Number("maxAge"),
    };

    private static string[] Texts(JsonObject cors, string name) => [.. cors.Items(name).Select(item => item.AsText).OfType<string>()];
}
