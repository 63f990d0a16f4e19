using System.Globalization;
using Portal.Server.Gateway;
using Portal.Server.Traffic;

namespace Portal.Server.Stages;

/// <summary>Says how often stages that shall go, or lose a canary that gets calls, were called lately; of WebSocket APIs, how many connections were opened and messages sent.</summary>
internal sealed class StageStakes(SeriesStore series, TimeProvider clock) : IStakes
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<Loss> losses, CancellationToken cancellationToken)
    {
        var stages = (
            from loss in losses
            where loss is { Before: StageSpec, After: null } or { Before: StageSpec { Canary: { IsThere: true, PercentTraffic: > 0 } }, After: StageSpec { Canary.IsThere: false } }
            let stage = (StageSpec)loss.Before
            where Guid.TryParse(stage.Id, out _)
            select (Spec: stage, IsGone: loss.After is null)).ToList();

        if (stages is [])
        {
            return Task.FromResult<IReadOnlyList<string>>([]);
        }

        var now = clock.GetUtcNow();
        var counted = series.Read(stages.SelectMany(stage => Wanted(stage.Spec).Select(statistic => new SeriesKey(Guid.Parse(stage.Spec.Id), statistic))), Resolution.Minute, now - Lately, now);

        return Task.FromResult<IReadOnlyList<string>>([.. stages.Select(stage => Sentence(stage.Spec, stage.IsGone, [.. Wanted(stage.Spec).Select(statistic => Sum(counted, stage.Spec, statistic))])).OfType<string>()]);
    }

    private static IReadOnlyList<Statistic> Wanted(StageSpec stage) => stage.ApiKind is Kind.WebSocketApi ? [Counted.Messages.Connections!, Counted.Messages.Requests] : [Counted.Calls.Requests];

    private static double Sum(IReadOnlyDictionary<SeriesKey, IReadOnlyList<MetricPoint>> counted, StageSpec stage, Statistic statistic) =>
        counted.GetValueOrDefault(new SeriesKey(Guid.Parse(stage.Id), statistic))?.Sum(point => point.Value) ?? 0;

    private static string? Sentence(StageSpec stage, bool isGone, double[] counts) => counts switch
    {
        [> 0 and var calls] => string.Create(
            CultureInfo.InvariantCulture,
            $"The stage {stage.Name} was called {calls:N0} {(calls is 1 ? "time" : "times")} in the last 24 hours{(isGone ? "" : $", and its canary gets {stage.Canary!.PercentTraffic:0.##} % of its calls")}."),
        [var connections, var messages] when connections + messages > 0 => string.Create(
            CultureInfo.InvariantCulture,
            $"On the stage {stage.Name} {connections:N0} {(connections is 1 ? "connection was" : "connections were")} opened and {messages:N0} {(messages is 1 ? "message was" : "messages were")} sent in the last 24 hours."),
        _ => null,
    };
}
