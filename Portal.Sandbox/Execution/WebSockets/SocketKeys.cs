namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>The API key of who connects, where the route demands one, with its plan's throttle and quota: a connection counts as a call does. Messages need no key and are not counted.</summary>
internal sealed class SocketKeys(Throttles throttles)
{
    private const string OfAuthorizer = "$context.authorizer.usageIdentifierKey";

    /// <summary>The status of the refusal; null if there is none.</summary>
    public int? Refusal(SocketExchange connect)
    {
        if (!connect.Route!.ApiKeyRequired)
        {
            return null;
        }

        var stage = connect.Stage;
        var value = stage.Definition.Api.ApiKeySelectionExpression is OfAuthorizer ? connect.Caller?.UsageIdentifierKey : connect.Parameter("header", "x-api-key");
        if (value is null || stage.Region.ApiKeys.SeenValue(value) is not { Key.Enabled: true } entry
            || entry.UsagePlanIds.Select(stage.Region.UsagePlans.Find).FirstOrDefault(plan => plan?.StageOf(stage.ApiId, stage.Stage.StageName) is not null) is not { } plan)
        {
            return StatusCodes.Status403Forbidden;
        }

        connect.ApiKeyId = entry.Id;
        if (!throttles.TryTakeOfKey(stage.Region, plan, entry.Id, out var taken))
        {
            return StatusCodes.Status429TooManyRequests;
        }

        if (stage.Region.Usage.TryCount(plan.Id, entry.Id, plan.Quota, DateOnly.FromDateTime(connect.Time.UtcDateTime)))
        {
            return null;
        }

        taken.GiveBack();
        connect.Error = "Limit Exceeded";
        return StatusCodes.Status429TooManyRequests;
    }
}
