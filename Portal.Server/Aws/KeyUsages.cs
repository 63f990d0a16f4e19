using System.Globalization;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads what a key used of a plan.</summary>
internal static class KeyUsages
{
    public static async Task<IReadOnlyList<KeyUsageDay>> ReadAsync(AwsClients aws, string key, string plan, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var pages = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(aws.Reading.GetUsageAsync, new GetUsageRequest
            {
                UsagePlanId = plan,
                KeyId = key,
                StartDate = Text(first),
                EndDate = Text(last),
                Limit = Calls.PageSize,
                Position = position,
            }, cancellationToken);

            return (page.Items?.GetValueOrDefault(key), page.Position);
        });

        // One pair for each day from the first on, of what was used and what remains.
        return [.. pages.Select((day, at) => new KeyUsageDay(first.AddDays(at), day is [var used, ..] ? used : 0, day is [_, var remaining, ..] ? remaining : null))];
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
