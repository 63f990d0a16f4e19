using System.Globalization;
using Portal.Server.Gateway;
using Portal.Server.Traffic;

namespace Portal.Server.Stages;

/// <summary>Says how often stages that shall go were called lately.</summary>
internal sealed class StageStakes(SeriesStore series, TimeProvider clock) : IStakes
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<Loss> losses, CancellationToken cancellationToken)
    {
        var stages = (from loss in losses where loss is { Before: StageSpec, After: null } let stage = (StageSpec)loss.Before where Guid.TryParse(stage.Id, out _) select stage).ToList();

        if (stages is [])
        {
            return Task.FromResult<IReadOnlyList<string>>([]);
        }

        var now = clock.GetUtcNow();
        var keys = stages.ToDictionary(stage => new SeriesKey(Guid.Parse(stage.Id), Statistic.Requests), stage => stage.Name);
        var counted = series.Read(keys.Keys, Resolution.Minute, now - Lately, now);

        return Task.FromResult<IReadOnlyList<string>>(
        [
            .. from pair in keys
               let calls = counted.GetValueOrDefault(pair.Key)?.Sum(point => point.Value) ?? 0
               where calls > 0
               select string.Create(CultureInfo.InvariantCulture, $"The stage {pair.Value} was called {calls:N0} {(calls is 1 ? "time" : "times")} in the last 24 hours."),
        ]);
    }
}
