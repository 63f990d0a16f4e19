using System.Globalization;
using System.Text.Json;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Whether a deployment of a WebSocket API still is its working definition. AWS exports none of these, and says of no part when it was written; CloudTrail tells what was called, newest first:
/// where the call that made the deployment is found and nothing before it wrote the definition, the two are the same. Anything else leaves it open.
/// </summary>
internal sealed class SocketTrail(AwsClients aws, string apiId)
{
    /// <summary>CloudTrail forgets after ninety days.</summary>
    private const int Days = 90;

    /// <summary>Of 50 events each; two such questions a second are answered.</summary>
    private const int Pages = 10;

    /// <summary>Writes that leave the definition as it is.</summary>
    private static readonly string[] Beside = ["Deployment", "Stage", "TagResource", "AccessLogSettings", "RouteSettings", "ApiMapping", "UsagePlan", "AuthorizersCache"];

    public async Task<FoundDeployment> AskAsync(string deploymentId, CancellationToken cancellationToken)
    {
        const string why = "it exports no WebSocket API";
        var made = (await DeploymentsV2.AllAsync(aws, apiId, cancellationToken)).FirstOrDefault(deployment => deployment.DeploymentId == deploymentId)?.CreatedDate;

        if (made is null || made.Value.ToUniversalTime() < aws.Clock.GetUtcNow().UtcDateTime.AddDays(-Days))
        {
            return new FoundDeployment.NotKnown($"{why}, and CloudTrail does not reach back to the deployment");
        }

        try
        {
            return await FirstAsync(deploymentId, made.Value.ToUniversalTime().AddMinutes(-1), cancellationToken) switch
            {
                null => new FoundDeployment.NotKnown($"{why}, and CloudTrail does not tell of the deployment"),
                { Operation: null } => new FoundDeployment.Working(),
                { Operation: var operation, At: var at } => new FoundDeployment.NotKnown(string.Create(CultureInfo.InvariantCulture, $"{why}, and {operation} changed the API after the deployment, on {at:yyyy-MM-dd} at {at:HH:mm} UTC")),
            };
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is not GatewayRefusal.Unknown)
        {
            return new FoundDeployment.NotKnown($"{why}, and CloudTrail was not to be asked: {refused.Code}");
        }
    }

    /// <summary>The newest write of the definition since the deployment was made; without an operation where there is none; null where the making itself is not found.</summary>
    private async Task<Write?> FirstAsync(string deploymentId, DateTime since, CancellationToken cancellationToken)
    {
        Write? newest = null;
        string? token = null;

        for (var page = 0; page < Pages; page++)
        {
            var answer = await Calls.AskAsync(aws.Trail.LookupEventsAsync, new LookupEventsRequest
            {
                LookupAttributes = [new LookupAttribute { AttributeKey = LookupAttributeKey.EventSource, AttributeValue = "apigateway.amazonaws.com" }],
                StartTime = since,
                MaxResults = 50,
                NextToken = token,
            }, cancellationToken);

            foreach (var found in answer.Events ?? [])
            {
                if (found.EventName is "CreateDeployment" && Says(found, "responseElements", deploymentId))
                {
                    return newest ?? new Write(null, default);
                }

                if (found.ReadOnly is not "true" && found.EventName is { } operation && !Beside.Any(word => operation.Contains(word, StringComparison.Ordinal)) && Says(found, "requestParameters", apiId))
                {
                    newest ??= new Write(operation, found.EventTime?.ToUniversalTime() ?? since);
                }
            }

            token = answer.NextToken;

            if (string.IsNullOrEmpty(token))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Whether it worked, and an id stands in that part of it.</summary>
    private static bool Says(Event found, string part, string id)
    {
        try
        {
            return JsonElement.Parse(found.CloudTrailEvent ?? "null") is { ValueKind: JsonValueKind.Object } told
                && !(told.TryGetProperty("errorCode", out var error) && error.ValueKind is JsonValueKind.String)
                && told.TryGetProperty(part, out var said)
                && Names(said, id);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Names(JsonElement element, string id) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => Names(member.Value, id)),
        JsonValueKind.Array => element.EnumerateArray().Any(item => Names(item, id)),
        JsonValueKind.String => element.GetString() == id,
        _ => false,
    };

    private sealed record Write(string? Operation, DateTime At);
}
