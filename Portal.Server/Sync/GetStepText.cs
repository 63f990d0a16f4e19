using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class GetStepTextHandler(PortalDb db) : IHandler<GetStepText, StepText>
{
    private static readonly JsonSerializerOptions Indented = new(GatewayJson.Canonical.Options) { WriteIndented = true };

    public async Task<Answer<StepText>> HandleAsync(GetStepText request, CurrentUser user, CancellationToken cancellationToken)
    {
        var step = await db.Set<ChangeStep>().AsNoTracking()
            .Where(step => step.RunId == request.Id && step.Ordinal == request.Ordinal)
            .Select(step => new { step.Before, step.After })
            .SingleOrDefaultAsync(cancellationToken);

        return step is null
            ? Platform.Refusals.NotFound
            : new StepText(Pretty(step.Before), Pretty(step.After), [.. Difference.Between(step.Before, step.After).Select(line => line.ToFullText())]);
    }

    private static string? Pretty(string? text) => text is null ? null : JsonSerializer.Serialize(Spec.Parse(text), Indented);
}
