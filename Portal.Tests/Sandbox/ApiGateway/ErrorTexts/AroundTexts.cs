using static Portal.Tests.Sandbox.ApiGateway.ErrorTexts.Ask;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>What is said of links, names and tags, and of HTTP and WebSocket APIs.</summary>
internal static class AroundTexts
{
    private const string Balancer = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/n/1";
    private const string Certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/a";

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new(Link("l", "invalid-arn"), Link("l", Balancer), "Invalid ARN. ARN is not well formed invalid-arn"),
        new(Link("", Balancer), Link("l", Balancer), "Name cannot be empty"),
        new(Link("l", Balancer, Balancer), Link("l", Balancer), "More than one target arn specified for vpc link."),
        new(Get("/vpclinks/nope"), Get("/vpclinks/{link}"), "Invalid Vpc Link identifier specified", 404, "NotFoundException"),
        new(Name("TLS_1_0"), Name("TLS_1_2"), "Mutual TLS authentication is only supported with TLS 1.2."),
        new(Get("/tags/arn%3Aaws%3Aapigateway%3Aeu-central-1%3A%3A%2Frestapis%2Fnope"), Get("/tags/arn%3Aaws%3Aapigateway%3Aeu-central-1%3A%3A%2Frestapis%2F{api}"), "Invalid API identifier specified 123456789012:nope", 404, "NotFoundException"),

        new(Post("/v2/apis", """{"protocolType":"HTTP"}"""), Post("/v2/apis", """{"protocolType":"HTTP","name":"n"}"""), "Invalid API name specified"),
        new(Settings("GET /cats"), Settings("GET /pets"), "Unable to find Route by key GET /cats within the provided RouteSettings", 404, "NotFoundException"),
        new(Post("/v2/vpclinks", """{"name":"n","subnetIds":[]}"""), Post("/v2/vpclinks", """{"name":"n","subnetIds":["subnet-1"]}"""), "SubnetIds for a vpc link cannot be empty"),
    ];

    private static Ask Link(string name, params string[] targets) => Post("/vpclinks", $$"""{"name":"{{name}}","targetArns":[{{string.Join(',', targets.Select(arn => $"\"{arn}\""))}}]}""");

    private static Ask Name(string policy) => Post("/domainnames", $$"""{"domainName":"a.example.com","regionalCertificateArn":"{{Certificate}}","endpointConfiguration":{"types":["REGIONAL"]},"mutualTlsAuthentication":{"truststoreUri":"s3://b/k"},"securityPolicy":"{{policy}}"}""");

    private static Ask Settings(string route) => Post("/v2/apis/{http}/stages", $$"""{"stageName":"s","routeSettings":{"{{route}}":{"throttlingBurstLimit":1} } }""");
}
