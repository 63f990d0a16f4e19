using System.Text.Json;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads in CloudTrail who changed an API, or a usage plan and its keys. It takes two such questions a second, so few pages are read.</summary>
internal sealed class TrailWitness(AwsClients aws) : IChangeWitness
{
    /// <summary>Of 50 events each: the latest 200 changes in the Region are looked through.</summary>
    private const int Pages = 4;

    public async Task<IReadOnlyList<WitnessedChange>> ChangesOfAsync(IReadOnlyCollection<string> awsIds, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var changes = new List<WitnessedChange>();
        string? token = null;

        for (var page = 0; page < Pages; page++)
        {
            var answer = await Calls.AskAsync(aws.Trail.LookupEventsAsync, new LookupEventsRequest
            {
                LookupAttributes = [new LookupAttribute { AttributeKey = LookupAttributeKey.EventSource, AttributeValue = "apigateway.amazonaws.com" }],
                StartTime = since.UtcDateTime,
                MaxResults = 50,
                NextToken = token,
            }, cancellationToken);

            changes.AddRange((answer.Events ?? []).Select(found => ChangeOrNull(found, awsIds)).OfType<WitnessedChange>());
            token = answer.NextToken;

            if (string.IsNullOrEmpty(token))
            {
                break;
            }
        }

        return [.. changes.OrderByDescending(change => change.At)];
    }

    /// <summary>Null for what only read, was refused, or is about another.</summary>
    private static WitnessedChange? ChangeOrNull(Event found, IReadOnlyCollection<string> awsIds)
    {
        if (found.ReadOnly is "true" || found.EventName is not { } operation || found.EventTime is not { } time || Parsed(found.CloudTrailEvent) is not { ValueKind: JsonValueKind.Object } told)
        {
            return null;
        }

        var isRefused = told.TryGetProperty("errorCode", out var error) && error.ValueKind is JsonValueKind.String;
        var asked = told.TryGetProperty("requestParameters", out var parameters) ? parameters : default;

        string[] named = isRefused ? [] : [.. awsIds.Where(id => Names(asked, id))];

        return named is [] ? null : new WitnessedChange(operation, WhoOf(told, found), new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero), asked.ValueKind is JsonValueKind.Undefined ? "" : asked.GetRawText()) { Of = named };
    }

    /// <summary>A person by name; a role with the session's name, which says who took it.</summary>
    private static string WhoOf(JsonElement told, Event found)
    {
        var identity = told.TryGetProperty("userIdentity", out var element) && element.ValueKind is JsonValueKind.Object ? element : default;

        return found.Username is { Length: > 0 } name && Text(identity, "type") is not "AssumedRole"
            ? name
            : Text(identity, "arn") is { } arn ? arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..] : found.Username ?? "somebody";
    }

    private static string? Text(JsonElement element, string member) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>Whether AWS's id stands in it anywhere: each operation calls the member otherwise, and an ARN holds it too.</summary>
    private static bool Names(JsonElement element, string awsId) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => Names(member.Value, awsId)),
        JsonValueKind.Array => element.EnumerateArray().Any(item => Names(item, awsId)),
        JsonValueKind.String => element.GetString() is { } text && (text == awsId || text.Split('/').Contains(awsId)),
        _ => false,
    };

    private static JsonElement? Parsed(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed class Witnesses(OpenConnections connections) : IWitnesses
{
    public async Task<IChangeWitness> OpenAsync(Guid connection, CancellationToken cancellationToken) => new TrailWitness((await connections.OpenAsync(connection, cancellationToken)).Clients);
}
