using System.Net.Http.Json;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Tests.Aws;

/// <summary>Domain names of an account whose policy is of earlier days: it grants neither routing rules nor private names.</summary>
public sealed class DomainNameTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_may_not_be_read_hides_nothing_else()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(Domain("public", "REGIONAL", "ipv4"), Cancelled);
        await bench.Gateway.CreateAsync(Domain("private", DomainEndpoints.Private, "dualstack"), Cancelled);
        using var admin = new HttpClient { BaseAddress = bench.Address };
        object[] deny =
        [
            new { action = "apigateway:ListRoutingRules", resource = "*" },
            new { action = "apigateway:GET", resource = "arn:aws:apigateway:eu-west-1::/domainnames/*/basepathmappings" },
        ];
        using var set = await admin.PostAsJsonAsync("/_sandbox/settings", new { deny }, Cancelled);
        set.EnsureSuccessStatusCode();

        var listed = await new DomainNames(bench.Clients, KnownBook.Empty, new WriteRights(Owners.Standard)).ListAsync(Cancelled);

        Assert.Equal(["domainnames/public.example.com"], listed.Select(thing => thing.Path));
        Assert.Empty(Assert.IsType<DomainNameSpec>(listed[0].Spec).RoutingRules!);
    }

    private static DomainNameSpec Domain(string id, string endpoint, string addresses) => new(id)
    {
        Name = $"{id}.example.com",
        EndpointType = endpoint,
        CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/one",
        SecurityPolicy = "TLS_1_2",
        MutualTls = null,
        IpAddressType = addresses,
        RoutingMode = RoutingModes.ByMappings,
        Mappings = SortedMap<string>.Empty,
    };
}
