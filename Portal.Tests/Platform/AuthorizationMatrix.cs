using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Tests.Connections;

namespace Portal.Tests.Platform;

/// <summary>The portal with its real way in, and behind it handlers that only say that they were reached. One person of each role, all in one team; things of theirs and of another team.</summary>
public sealed class AuthorizationMatrix : PortalFixture, IAsyncLifetime
{
    private static readonly MethodInfo Asking = typeof(PortalFixture).GetMethod(nameof(AskAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<(ConcernKind, Whose), Guid> _things = [];

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

        foreach (var kind in Enum.GetValues<ConcernKind>())
        {
            _things[(kind, Whose.Nobodys)] = Guid.NewGuid();
        }
    }

    public Guid Thing(ConcernKind kind, Whose whose) => _things[(kind, whose)];

    /// <summary>A request about a thing, with nothing else in it: whoever gets as far as its validator has been let in.</summary>
    public object Make(Type request, ConcernKind? concerns, Whose thing)
    {
        var made = RuntimeHelpers.GetUninitializedObject(request);

        if (concerns is { } kind)
        {
            foreach (var id in request.GetProperties().Where(property => property.PropertyType == typeof(Guid) && property.CanWrite))
            {
                id.SetValue(made, Thing(kind, thing));
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
        db.AddRange(api, stage, plan, run);
        await db.SaveChangesAsync();

        _things[(ConcernKind.Team, whose)] = owner.Team;
        _things[(ConcernKind.Api, whose)] = api.Id;
        _things[(ConcernKind.Stage, whose)] = stage.Id;
        _things[(ConcernKind.UsagePlan, whose)] = plan.Id;
        _things[(ConcernKind.ChangeRun, whose)] = run.Id;
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
