using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Keys;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Tests.Connections;

namespace Portal.Tests.Platform;

/// <summary>The portal with its real way in, and behind it handlers that only say that they were reached. One person of each role, all in one team; things of theirs and of another team.</summary>
public sealed class AuthorizationMatrix : PortalFixture, IAsyncLifetime
{
    private static readonly MethodInfo Asking = typeof(PortalFixture).GetMethod(nameof(AskAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<(ConcernKind, Whose), Guid> _things = [];
    private readonly Dictionary<(ConcernKind, Guid), Guid> _personal = [];

    public IReadOnlyList<Caller> Callers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var first = await PersonAsync(Role.Admin);
        var callers = new List<Caller> { new(Role.None, null), new(Role.Admin, first.Id) };

        foreach (var role in Roles.All.Except([Role.Admin]))
        {
            callers.Add(new Caller(role, (await PersonAsync(role, first.Team)).Id));
        }

        Callers = callers;
        await MakeThingsAsync(Whose.Theirs, first);
        await MakeThingsAsync(Whose.Anothers, await PersonAsync(Role.Publisher));

        foreach (var caller in callers.Where(caller => caller.Id is not null))
        {
            var (app, subscription, key) = await MakeAppAsync(caller.Id!.Value, Thing(ConcernKind.UsagePlan, Whose.Theirs));
            (_personal[(ConcernKind.App, caller.Id.Value)], _personal[(ConcernKind.OwnSubscription, caller.Id.Value)], _personal[(ConcernKind.OwnApiKey, caller.Id.Value)]) = (app, subscription, key);
        }

        foreach (var kind in Enum.GetValues<ConcernKind>())
        {
            _things[(kind, Whose.Nobodys)] = Guid.NewGuid();
        }
    }

    public Guid Thing(ConcernKind kind, Whose whose) => _things[(kind, whose)];

    /// <summary>Whether a thing of this kind belongs to a person: then each caller has one.</summary>
    public static bool IsPersonal(ConcernKind? kind) => kind is ConcernKind.App or ConcernKind.OwnSubscription or ConcernKind.OwnApiKey;

    /// <summary>A request about a thing, with nothing else in it: whoever gets as far as its validator has been let in.</summary>
    /// <param name="request">The request.</param>
    /// <param name="concerns">What it is about.</param>
    /// <param name="thing">Whose it is.</param>
    /// <param name="caller">Who asks.</param>
    public object Make(Type request, ConcernKind? concerns, Whose thing, Caller? caller = null)
    {
        var made = RuntimeHelpers.GetUninitializedObject(request);

        if (concerns is { } kind)
        {
            foreach (var id in request.GetProperties().Where(property => property.PropertyType == typeof(Guid) && property.CanWrite))
            {
                id.SetValue(made, IsPersonal(kind) && thing is Whose.Theirs && caller?.Id is { } person ? _personal[(kind, person)] : Thing(kind, thing));
            }
        }

        return made;
    }

    /// <summary>The refusal; null where the validator or the handler was reached.</summary>
    public async Task<RefusalKind?> SendAsync(object request, Guid? by)
    {
        var answer = (Task)Asking.MakeGenericMethod(RequestCatalog.AnswerOf(request.GetType())!).Invoke(this, [request, by, "127.0.0.1"])!;
        await answer;
        object result = ((dynamic)answer).Result;
        var refusal = (Refusal)result.GetType().GetProperty("Refusal")!.GetValue(result)!;

        return refusal.Type == Reached.Refusal.Type || refusal.Kind is RefusalKind.Malformed ? null : refusal.Kind;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            foreach (var request in RequestCatalog.Of(typeof(IPortal).Assembly).Requests)
            {
                Type[] parts = [request, RequestCatalog.AnswerOf(request)!];
                services.AddScoped(typeof(IHandler<,>).MakeGenericType(parts), typeof(Reached<,>).MakeGenericType(parts));
            }
        });
    }

    private async Task MakeThingsAsync(Whose whose, Person owner)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var connection = await db.Set<Connection>().Select(row => row.Id).FirstAsync();
        var api = new Api
        {
            Id = Guid.NewGuid(),
            TeamId = owner.Team,
            Name = "Api",
            AwsName = $"api-{whose}",
            Description = "",
            Protocol = Protocol.Rest,
            EndpointType = EndpointType.Regional,
            Status = ApiStatus.Draft,
            LatestRevision = 1,
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };
        var stage = new Stage { Id = Guid.NewGuid(), ApiId = api.Id, ConnectionId = connection, Name = "dev", Position = 0, Variables = [], CreatedAt = DateTimeOffset.UnixEpoch };
        var plan = new UsagePlan
        {
            Id = Guid.NewGuid(),
            TeamId = owner.Team,
            ConnectionId = connection,
            Name = "Gold",
            Description = "",
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            UpdatedBy = owner.Id,
        };
        var run = Rows.ChangeRun(connection, owner);
        var finding = Rows.DriftFinding(connection, owner);
        db.AddRange(api, stage, plan, run, finding);
        await db.SaveChangesAsync();

        _things[(ConcernKind.Team, whose)] = owner.Team;
        _things[(ConcernKind.Api, whose)] = api.Id;
        _things[(ConcernKind.Stage, whose)] = stage.Id;
        _things[(ConcernKind.UsagePlan, whose)] = plan.Id;
        _things[(ConcernKind.ChangeRun, whose)] = run.Id;
        _things[(ConcernKind.DriftFinding, whose)] = finding.Id;
        var (app, subscription, key) = await MakeAppAsync(owner.Id, plan.Id);
        (_things[(ConcernKind.Subscription, whose)], _things[(ConcernKind.ApiKey, whose)]) = (subscription, key);
        (_things[(ConcernKind.App, whose)], _things[(ConcernKind.OwnSubscription, whose)], _things[(ConcernKind.OwnApiKey, whose)]) = (app, subscription, key);
    }

    private async Task<(Guid App, Guid Subscription, Guid Key)> MakeAppAsync(Guid owner, Guid plan)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var app = new App { Id = Guid.NewGuid(), OwnerId = owner, Name = $"App {Guid.NewGuid():N}", Description = "", CreatedAt = DateTimeOffset.UnixEpoch };
        var subscription = new Subscription { Id = Guid.NewGuid(), AppId = app.Id, PlanId = plan, State = SubscriptionState.Approved, RequestedAt = DateTimeOffset.UnixEpoch };
        var key = ApiKey.Of(subscription, null, null, DateTimeOffset.UnixEpoch);
        db.AddRange(app, subscription, key);
        await db.SaveChangesAsync();

        return (app.Id, subscription.Id, key.Id);
    }

    private static class Reached
    {
        public static Refusal Refusal { get; } = new() { Kind = RefusalKind.Conflict, Type = "urn:test:reached", Title = "", Detail = "" };
    }

    private sealed class Reached<TRequest, TAnswer> : IHandler<TRequest, TAnswer>
        where TRequest : IRequest<TAnswer>
    {
        public Task<Answer<TAnswer>> HandleAsync(TRequest request, CurrentUser user, CancellationToken cancellationToken) => Task.FromResult<Answer<TAnswer>>(Reached.Refusal);
    }
}
