using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Plans;

namespace Portal.Server.Keys;

internal sealed class RequestApiKeyHandler(PortalDb db, OfferedPlans offers, KeyIssuing issuing, IAuditTrail audit, TimeProvider clock) : IHandler<RequestApiKey, RequestedApiKey>
{
    public async Task<Answer<RequestedApiKey>> HandleAsync(RequestApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await offers.FindAsync(request.PlanId, user, cancellationToken) is not { } plan)
        {
            return Refusals.NotOffered;
        }

        if (await AppAsync(request, user, cancellationToken) is not { } app)
        {
            return Platform.Refusals.NotFound;
        }

        var subscription = await db.Set<Subscription>().SingleOrDefaultAsync(row => row.AppId == app.Id && row.PlanId == plan.Id && row.EndedAt == null, cancellationToken);
        var key = subscription is null ? null : await db.Set<ApiKey>().SingleOrDefaultAsync(key => key.CurrentOf == subscription.Id, cancellationToken);

        switch (subscription, key)
        {
            case ({ State: SubscriptionState.Requested }, _):
                return Refusals.Waits;
            case (_, { State: ApiKeyState.Issuing }):
                return Refusals.BeingIssued;
            case (_, { State: ApiKeyState.Active, LastFour: { } lastFour }):
                return Refusals.HasKey(lastFour);
        }

        subscription ??= Subscribe(app, plan, user);
        key ??= New(subscription, request.DaysValid);

        if (subscription.State is SubscriptionState.Approved)
        {
            return await issuing.IssueAsync(key, null, user, cancellationToken) switch
            {
                Answer<IssuedApiKey>.Given(var issued) => Answer(app, subscription, plan, issued.Key, issued.Value),
                Answer<IssuedApiKey>.Refused(var refusal) => refusal,
                _ => throw new UnreachableException(),
            };
        }

        await db.SaveChangesAsync(cancellationToken);

        return Answer(app, subscription, plan, key.ToView(), null);
    }

    /// <summary>Null where the app is not one's own.</summary>
    private async Task<App?> AppAsync(RequestApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.AppId is { } id)
        {
            return await db.Set<App>().SingleOrDefaultAsync(app => app.Id == id && app.OwnerId == user.Id && app.DeletedAt == null, cancellationToken);
        }

        var name = request.AppName!.Trim();

        if (await db.OwnAppAsync(user, name, cancellationToken) is { } own)
        {
            return own;
        }

        var app = OwnApps.New(user, name, "", clock.GetUtcNow());
        db.Add(app);
        audit.Record(user, "keys.create-app", app.Name, app.Id.ToString());

        return app;
    }

    private Subscription Subscribe(App app, UsagePlan plan, CurrentUser user)
    {
        var now = clock.GetUtcNow();
        var subscription = new Subscription { Id = Guid.CreateVersion7(now), AppId = app.Id, PlanId = plan.Id, State = SubscriptionState.Requested, RequestedAt = now };

        if (plan.Availability is Availability.Open)
        {
            subscription.Decide(approves: true, by: null, reason: null, now);
        }

        db.Add(subscription);
        audit.Record(user, "keys.subscribe", app.Name, $"{subscription.Id}, to the plan {plan.Name}, {subscription.State}");

        return subscription;
    }

    private ApiKey New(Subscription subscription, int? daysValid)
    {
        var key = ApiKey.Of(subscription, null, clock.GetUtcNow().AddDaysOrNull(daysValid), clock.GetUtcNow());
        db.Add(key);

        return key;
    }

    private static RequestedApiKey Answer(App app, Subscription subscription, UsagePlan plan, ApiKeyView key, string? value) => new()
    {
        AppId = app.Id,
        App = app.Name,
        SubscriptionId = subscription.Id,
        Plan = plan.Name,
        Key = key,
        Value = value,
    };
}
