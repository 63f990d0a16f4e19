using System.Text.Json.Serialization;
using Portal.Shared;

namespace Portal.Server.Metrics;

/// <summary>Asks the sandbox, over HTTP as anybody would, to make up calls of some of its stages.</summary>
internal sealed class SandboxTraffic(IHttpClientFactory clients)
{
    public const string Client = "metrics.sandbox";

    private const int CallsPerDay = 2_000;
    private const int Consumers = 6;

    /// <param name="address">Where the sandbox answers.</param>
    /// <param name="region">The Region of the stages.</param>
    /// <param name="wanted">The stages, each by its API's name in AWS and its own.</param>
    /// <param name="days">How many days up to now.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<Made>> MakeAsync(Uri address, string region, IReadOnlyList<(string Api, string Stage)> wanted, int days, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(Client);

        try
        {
            var held = await http.GetFromJsonAsync(new Uri(address, "/_sandbox/"), SandboxJson.Default.Held, cancellationToken);
            string[] stages = [..
                from place in held!.Regions
                where place.Region == region
                from api in place.RestApis.Concat(place.Apis)
                from stage in api.Stages
                where wanted.Contains((api.Name, stage))
                select $"{api.Id}/{stage}"];

            if (stages is [])
            {
                return Refusals.NothingRunsThere;
            }

            using var answer = await http.PostAsJsonAsync(new Uri(address, "/_sandbox/traffic"), new Order(days, CallsPerDay, Consumers, region, stages), SandboxJson.Default.Order, cancellationToken);

            if (!answer.IsSuccessStatusCode)
            {
                return Refusals.SandboxRefused(await answer.Content.ReadAsStringAsync(cancellationToken));
            }

            var report = await answer.Content.ReadFromJsonAsync(SandboxJson.Default.Report, cancellationToken);

            return new Made(report!.Stages.Count, report.Stages.Sum(stage => stage.Calls), report.Stages.Min(stage => stage.From), report.Incident?.From, report.Incident?.To);
        }
        catch (HttpRequestException failed)
        {
            return Refusals.SandboxRefused(failed.Message);
        }
    }

    /// <param name="Stages">How many have calls now.</param>
    /// <param name="Calls">How many were added.</param>
    /// <param name="From">Before that nothing was added.</param>
    /// <param name="IncidentFrom">When one of them had an incident.</param>
    /// <param name="IncidentTo">When it was over.</param>
    internal sealed record Made(int Stages, long Calls, DateTimeOffset From, DateTimeOffset? IncidentFrom, DateTimeOffset? IncidentTo);

    internal sealed record Order(int Days, int CallsPerDay, int Consumers, string Region, IReadOnlyList<string> Stages);

    internal sealed record Report(IReadOnlyList<Report.Stage> Stages, Report.Span? Incident)
    {
        internal sealed record Stage(DateTimeOffset From, long Calls);

        internal sealed record Span(DateTimeOffset From, DateTimeOffset To);
    }

    internal sealed record Held(IReadOnlyList<Held.Place> Regions)
    {
        internal sealed record Place(string Region, IReadOnlyList<HeldApi> RestApis, IReadOnlyList<HeldApi> Apis);

        internal sealed record HeldApi(string Id, string Name, IReadOnlyList<string> Stages);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SandboxTraffic.Held))]
[JsonSerializable(typeof(SandboxTraffic.Order))]
[JsonSerializable(typeof(SandboxTraffic.Report))]
internal sealed partial class SandboxJson : JsonSerializerContext;
