using Amazon.APIGateway;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Aws;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Aws;

namespace Portal.Tests.Sync.Drift;

/// <summary>Somebody at the console of AWS, and what people then do in the portal, over HTTP.</summary>
internal static class Meddler
{
    public static async Task MeddleAsync(PortalFixture portal, StageAddressView place, Func<AmazonAPIGatewayClient, Task> deed)
    {
        var sandbox = portal.Services.GetRequiredService<SandboxHost>();
        await using var http = AwsBench.Http();
        // arn:aws:apigateway:us-east-1::/restapis/abc123/stages/dev
        var endpoint = new AwsEndpoint(place.Arn.Split(':')[3], sandbox.Address!);
        await deed((AmazonAPIGatewayClient)AwsClients.Of(endpoint, roleArn: null, new AwsSettings(), http.GetRequiredService<SharedHttp>(), NoPace.Instance).Writing);
    }

    public static Task<StageAddressView> PlaceAsync(Person person, StageView stage) => person.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address");

    /// <summary>Has it looked at closely and waits until it was, as a page does. What is open then.</summary>
    public static async Task<IReadOnlyList<FindingView>> CheckAsync(Person person, string subject)
    {
        var status = await person.Http.PostAsync<DriftStatus>("/api/v1/drift/check", new { subject, look = "Full" }, System.Net.HttpStatusCode.Accepted);

        while (status.Waiting > 0)
        {
            status = await person.Http.GetAsync<DriftStatus>($"/api/v1/drift/status?subject={Uri.EscapeDataString(subject)}");
        }

        Assert.Empty(status.Troubles);

        return (await person.Http.GetAsync<Page<FindingView>>($"/api/v1/drift?state=Open&subject={Uri.EscapeDataString(subject)}")).Items;
    }
}
