using Amazon.APIGateway.Model;
using Amazon.SecurityToken.Model;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Shared.Connections;

namespace Portal.Server.Aws;

/// <summary>Tries what may be read, one harmless call each. Whether writing is allowed cannot be seen without writing.</summary>
internal sealed class ConnectionProbe(OpenConnections connections, TimeProvider clock) : IConnectionProbe
{
    public async Task<ConnectionTest> TestAsync(Guid connection, CancellationToken cancellationToken)
    {
        AwsClients aws;

        try
        {
            aws = (await connections.OpenAsync(connection, cancellationToken)).Clients;
        }
        catch (GatewayRefusedException refused)
        {
            return new ConnectionTest { AccountId = null, Principal = null, Probes = [Refused("Enter the account", refused)] };
        }

        GetCallerIdentityResponse? identity = null;

        var probes = await Task.WhenAll(
            TryAsync("Enter the account", async () => identity = await Calls.AskAsync(aws.Identity.GetCallerIdentityAsync, new GetCallerIdentityRequest(), cancellationToken)),
            TryAsync("Read the account's settings", () => Calls.AskAsync(aws.Reading.GetAccountAsync, new GetAccountRequest(), cancellationToken)),
            TryAsync("List REST APIs", () => Calls.AskAsync(aws.Reading.GetRestApisAsync, new GetRestApisRequest { Limit = 1 }, cancellationToken)),
            TryAsync("Read metrics", () => new StageMetrics(aws).ReadAsync([new MetricQuery("any", "any", "Count", "Sum")], LastMinute(), cancellationToken)));

        return new ConnectionTest
        {
            AccountId = identity?.Account,
            Principal = identity?.Arn,
            Probes = [.. probes, new ConnectionProbeView { What = "Write", Outcome = ProbeOutcome.NotKnown, Words = null }],
        };
    }

    private MetricSpan LastMinute()
    {
        var minute = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds() / 60 * 60);

        return new MetricSpan(minute.AddMinutes(-1), minute, TimeSpan.FromMinutes(1));
    }

    private static async Task<ConnectionProbeView> TryAsync(string what, Func<Task> call)
    {
        try
        {
            await call();

            return new ConnectionProbeView { What = what, Outcome = ProbeOutcome.Allowed, Words = null };
        }
        catch (GatewayRefusedException refused)
        {
            return Refused(what, refused);
        }
    }

    private static ConnectionProbeView Refused(string what, GatewayRefusedException refused) => new()
    {
        What = what,
        Outcome = refused.Refusal is GatewayRefusal.Denied or GatewayRefusal.Final ? ProbeOutcome.Refused : ProbeOutcome.NotKnown,
        Words = $"{refused.Operation}: {refused.Code}: {refused.Message}",
    };
}
