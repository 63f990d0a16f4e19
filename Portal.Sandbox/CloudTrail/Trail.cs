using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Sandbox.Access;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudTrail;

/// <summary>Records calls in the trail of their account and Region, as CloudTrail records management events: those of stages, of metrics and of log lines are none.</summary>
internal static class Trail
{
    private const int LongestPart = 100 * 1024;

    private static readonly HashSet<string> NotRecorded = ["TestInvokeMethod", "TestInvokeAuthorizer", "PutLogEvents", "GetLogEvents", "FilterLogEvents", "StartQuery", "GetQueryResults"];

    private static readonly string[] Times = ["createdDate", "lastUpdatedDate", "expirationDate", "uploadDate"];

    /// <summary>A call that ended with an answer or with an error.</summary>
    public static void Record(Region region, RecordedCall call)
    {
        var operation = call.Operation;
        if (operation.Service is "monitoring" || NotRecorded.Contains(operation.Name))
        {
            return;
        }

        var parameters = Short(Parameters.Of(operation, call.Path, call.Query, call.Input));
        // Of reads nothing is told but of those that hand out something.
        var elements = call.Error is not null || (call.IsRead && call.Answer?.Recorded is null) ? null : Short(Elements(call.Answer));
        if (Redaction.Concerns(operation.Name))
        {
            Redaction.Hide(parameters);
            Redaction.Hide(elements);
        }

        var id = Guid.NewGuid().ToString();
        var source = $"{operation.Service}.amazonaws.com";
        JsonObject json = new()
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = Identity(call.Caller),
            ["eventTime"] = Iso(call.Time),
            ["eventSource"] = source,
            ["eventName"] = operation.Name,
            ["awsRegion"] = region.Name,
            ["sourceIPAddress"] = call.SourceAddress,
            ["userAgent"] = call.UserAgent,
        };
        if (call.Error is { } error)
        {
            json["errorCode"] = error.Type is "AccessDeniedException" ? "AccessDenied" : error.Type;
            json["errorMessage"] = error.Message;
        }

        json["requestParameters"] = parameters?.DeepClone();
        json["responseElements"] = elements;
        json["requestID"] = call.RequestId;
        json["eventID"] = id;
        json["readOnly"] = call.IsRead;
        json["eventType"] = "AwsApiCall";
        json["managementEvent"] = true;
        json["recipientAccountId"] = region.Account;
        json["eventCategory"] = "Management";
        region.Trail.Add(new()
        {
            Id = id,
            Name = operation.Name,
            Time = call.Time,
            Source = source,
            IsRead = call.IsRead,
            UserName = call.Caller.ShownName,
            AccessKeyId = call.Caller.AccessKeyId,
            Resources = TouchedResources.Of(operation, parameters, elements),
            Json = json.ToJsonString(),
        });
    }

    private static JsonObject Identity(Caller caller) => caller switch
    {
        Caller.AssumedRole role => new()
        {
            ["type"] = "AssumedRole",
            ["principalId"] = role.PrincipalId,
            ["arn"] = role.Arn,
            ["accountId"] = role.Account,
            ["accessKeyId"] = role.AccessKeyId,
            ["sessionContext"] = new JsonObject
            {
                ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["principalId"] = role.RoleId, ["arn"] = role.RoleArn, ["accountId"] = role.Account, ["userName"] = role.RoleName },
                ["attributes"] = new JsonObject { ["creationDate"] = Iso(role.Since), ["mfaAuthenticated"] = "false" },
            },
        },
        _ => new()
        {
            ["type"] = "IAMUser",
            ["principalId"] = caller.PrincipalId,
            ["arn"] = caller.Arn,
            ["accountId"] = caller.Account,
            ["accessKeyId"] = caller.AccessKeyId,
            ["userName"] = caller.ShownName,
        },
    };

    private static JsonObject? Elements(Answer? answer)
    {
        if (answer is null or { Recorded: not null } or { Content.IsEmpty: true })
        {
            return answer?.Recorded?.DeepClone().AsObject();
        }

        if (!answer.ContentType.Contains("json", StringComparison.Ordinal))
        {
            return null;
        }

        var elements = JsonNode.Parse(answer.Content.Span) as JsonObject;
        foreach (var name in Times)
        {
            if (elements?[name] is JsonValue value && value.TryGetValue<long>(out var seconds))
            {
                elements[name] = Iso(DateTimeOffset.FromUnixTimeSeconds(seconds));
            }
        }

        return elements is { Count: > 0 } ? elements : null;
    }

    /// <summary>CloudTrail leaves out what is longer.</summary>
    private static JsonObject? Short(JsonObject? part) => part is null || part.ToJsonString().Length <= LongestPart ? part : null;

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
