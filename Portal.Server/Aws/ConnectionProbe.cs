using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2.Model;
using Amazon.CloudTrail.Model;
using Amazon.SecurityToken.Model;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Shared.Connections;

namespace Portal.Server.Aws;

/// <summary>Tries what may be read, one harmless call each, and asks IAM about writing. What nobody says is called not known.</summary>
internal sealed class ConnectionProbe(OpenConnections connections, TimeProvider clock) : IConnectionProbe
{
    private const string Enter = "Enter the account";

    public async Task<ConnectionTest> TestAsync(Guid connection, CancellationToken cancellationToken)
    {
        Opened opened;

        try
        {
            opened = await connections.OpenAsync(connection, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return new ConnectionTest { AccountId = null, Principal = null, Probes = [Refused(Enter, refused)] };
        }

        var aws = opened.Clients;
        GetCallerIdentityResponse? identity = null;

        var reads = await Task.WhenAll(
            TryAsync(Enter, async () => identity = await Calls.AskAsync(aws.Identity.GetCallerIdentityAsync, new GetCallerIdentityRequest(), cancellationToken)),
            TryAsync("Read the account's settings", () => Calls.AskAsync(aws.Reading.GetAccountAsync, new GetAccountRequest(), cancellationToken)),
            TryAsync("List REST APIs", () => Calls.AskAsync(aws.Reading.GetRestApisAsync, new GetRestApisRequest { Limit = 1 }, cancellationToken)),
            TryAsync("List usage plans", () => Calls.AskAsync(aws.Reading.GetUsagePlansAsync, new GetUsagePlansRequest { Limit = 1 }, cancellationToken)),
            TryAsync("Count API keys", () => Calls.AskAsync(aws.Reading.GetApiKeysAsync, new GetApiKeysRequest { Limit = 1, IncludeValues = false }, cancellationToken)),
            TryAsync("List HTTP and WebSocket APIs", () => Calls.AskAsync(aws.V2.GetApisAsync, new GetApisRequest { MaxResults = "1" }, cancellationToken)),
            TryAsync("List client certificates", () => Calls.AskAsync(aws.Reading.GetClientCertificatesAsync, new GetClientCertificatesRequest { Limit = 1 }, cancellationToken)),
            TryAsync("List VPC links", () => Calls.AskAsync(aws.Reading.GetVpcLinksAsync, new Amazon.APIGateway.Model.GetVpcLinksRequest { Limit = 1 }, cancellationToken)),
            TryAsync("List domain names", () => Calls.AskAsync(aws.Reading.GetDomainNamesAsync, new Amazon.APIGateway.Model.GetDomainNamesRequest { Limit = 1 }, cancellationToken)),
            TryAsync("Read metrics", () => new StageMetrics(aws).ReadAsync([new MetricQuery("any", "any", "Count", "Sum")], LastMinute(), cancellationToken)),
            LogsAsync(aws, opened.AccessLogGroup, cancellationToken),
            TryAsync("Ask who changed what", () => Calls.AskAsync(aws.Trail.LookupEventsAsync, new LookupEventsRequest { MaxResults = 1 }, cancellationToken)));

        return new ConnectionTest
        {
            AccountId = identity?.Account,
            Principal = identity?.Arn,
            Probes = [.. reads, .. await new WriteProbe(aws).AskAsync(opened.RoleArn ?? identity?.Arn, cancellationToken)],
        };
    }

    public static ConnectionProbeView Refused(string what, GatewayRefusedException refused) => new()
    {
        What = what,
        Outcome = refused switch
        {
            // An emulator that does not stand for this service says nothing about AWS.
            { Code: "UnknownOperationException" } => ProbeOutcome.NotKnown,
            { Refusal: GatewayRefusal.Denied or GatewayRefusal.Final } => ProbeOutcome.Refused,
            _ => ProbeOutcome.NotKnown,
        },
        Words = $"{refused.Operation}: {refused.Code}: {refused.Message}",
    };

    private Task<ConnectionProbeView> LogsAsync(AwsClients aws, string? group, CancellationToken cancellationToken)
    {
        const string what = "Read access logs";

        return group is null
            ? Task.FromResult(new ConnectionProbeView { What = what, Outcome = ProbeOutcome.NotKnown, Words = "The connection names no log group." })
            : TryAsync(what, async () =>
            {
                var now = clock.GetUtcNow();

                await foreach (var _ in new LogGroups(aws).ReadAsync(group, now.AddMinutes(-1), now, cancellationToken))
                {
                    break;
                }
            });
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
}
