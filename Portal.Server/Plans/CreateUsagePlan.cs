using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

internal sealed class CreateUsagePlanHandler(PortalDb db, StagesOfPlans stages, UsagePlanViews views, IAuditTrail audit, TimeProvider clock) : IHandler<CreateUsagePlan, UsagePlanView>
{
    public async Task<Answer<UsagePlanView>> HandleAsync(CreateUsagePlan request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Refusals.NoSuchConnection;
        }

        var plan = New(request, user);

        if (await db.HasNamesakeAsync(plan, cancellationToken))
        {
            return Refusals.NameTaken(plan.Name);
        }

        switch (await stages.FindAsync(plan, request.Stages, user, cancellationToken))
        {
            case Answer<IReadOnlyList<UsagePlanStage>>.Refused(var refusal):
                return refusal;
            case Answer<IReadOnlyList<UsagePlanStage>>.Given(var found):
                plan.Stages.AddRange(found);
                break;
            default:
                throw new UnreachableException();
        }

        db.Add(plan);
        audit.Record(user, "plans.create", plan.Name, $"{plan.Id}: {plan.ToSpec().Text}");
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(plan.Id, cancellationToken);
    }

    private UsagePlan New(CreateUsagePlan request, CurrentUser user)
    {
        var now = clock.GetUtcNow();
        var plan = new UsagePlan
        {
            Id = Guid.CreateVersion7(now),
            TeamId = request.TeamId,
            ConnectionId = request.ConnectionId,
            Name = request.Name,
            Description = request.Description,
            CreatedAt = now,
            UpdatedAt = now,
            UpdatedBy = user.Id,
        };

        plan.Take(request);

        return plan;
    }
}
