using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Server.Traffic;
using Portal.Shared;

namespace Portal.Server.Metrics;

internal sealed class FirstMeasurement(TrafficRows rows, SeriesStore store) : IFirstStep
{
    public FirstStep Step => FirstStep.Measure;

    public async Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken) =>
        store.HasCalls(await rows.Wanted(user, search: null).Select(place => place.StageId).ToListAsync(cancellationToken));
}
