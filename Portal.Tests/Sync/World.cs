using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Portal.Server.Audit;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Keys;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Catalog.Documents;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>A gateway and a database file, with one portal process after the other on them.</summary>
internal sealed class World : IDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-sync-").FullName;
    private readonly List<ServiceProvider> _processes = [];
    private IDataProtectionProvider _protection = new EphemeralDataProtectionProvider();

    private World()
    {
    }

    public MemoryGateway Gateway { get; } = new();

    /// <summary>What the next process meets instead of the gateway in memory.</summary>
    public IGateways? Aws { get; set; }

    public MemoryWitness Witness { get; } = new();

    public HurriedClock Clock { get; private init; } = new();

    public Life Life { get; private set; } = new();

    public CurrentUser Operator { get; private init; } = new() { Id = Guid.CreateVersion7(), Name = "Op", Roles = Role.Operator, Teams = [Guid.CreateVersion7()] };

    /// <summary>How much of AWS's pauses the next process keeps.</summary>
    public double Pace { get; set; }

    public Guid Connection { get; private init; } = Guid.CreateVersion7();

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_folder, "portal.db");

    private ServiceProvider Process => _processes[^1];

    public static async Task<World> NewAsync()
    {
        var world = new World();
        File.Copy(Template.Value, world.DatabaseFile);
        world.StartProcess();

        await world.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            db.Add(new Team { Id = world.Operator.Teams[0], Name = "team" });
            db.Add(new Connection { Id = world.Connection, Name = "sandbox", Region = "eu-west-1", RoleArn = null, ServiceUrl = null, IsSandbox = true, Writable = true, CreatedAt = world.Clock.GetUtcNow() });

            return await db.SaveChangesAsync(Cancelled);
        });

        return world;
    }

    /// <summary>Another one that begins as this one is now, on a copy of its files, and with no process yet.</summary>
    public World Fork()
    {
        var fork = new World { Clock = Clock, Operator = Operator, Connection = Connection, Scope = Scope, Pace = Pace, _protection = _protection };
        File.Copy(DatabaseFile, fork.DatabaseFile);

        return fork;
    }

    /// <summary>The earlier process is left as it is, as a kill leaves it.</summary>
    public void StartProcess()
    {
        Life = new Life();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDbContext<SqlitePortalDb>(db => db.UseSqlite($"Data Source={DatabaseFile};Pooling=False").AddInterceptors(Life));
        services.AddScoped<PortalDb>(scope => scope.GetRequiredService<SqlitePortalDb>());
        services.AddAudit();
        services.AddSync(new ConfigurationBuilder().AddInMemoryCollection([new("Sync:Pace", Pace.ToString(CultureInfo.InvariantCulture)), new("Sync:Share", "1")]).Build());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IGateways>(Aws ?? (IGateways)Gateway);
        services.AddSingleton<IWitnesses>(Witness);
        services.AddScoped<IRunListener, Ear>();
        services.AddScoped<IRunListener, DeploymentListener>();
        services.AddScoped<IRunListener, PromotionListener>();
        services.AddPortalKeys();
        services.AddSingleton(_protection);
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        _processes.Add(services.BuildServiceProvider());
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> deed)
    {
        await using var scope = Process.CreateAsyncScope();

        return await deed(scope.ServiceProvider);
    }

    public Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> query) => InScopeAsync(services => query(services.GetRequiredService<PortalDb>()));

    /// <summary>Sends a request to its handler, as the way in does it for somebody who may.</summary>
    public Task<Answer<T>> SendAsync<THandler, TRequest, T>(TRequest request)
        where THandler : IHandler<TRequest, T>
        where TRequest : IRequest<T> => InScopeAsync(services => ActivatorUtilities.CreateInstance<THandler>(services).HandleAsync(request, Operator, Cancelled));

    public Task<Answer<ProposedRun>> ProposeAsync(params Spec[] desired) => InScopeAsync(services => services.GetRequiredService<IChangeRuns>().ProposeAsync(Proposal(desired), Cancelled));

    /// <summary>What is proposed about: the API "shop", unless a test says otherwise.</summary>
    public GatewayScope Scope { get => field ?? GatewayScope.OfApi(Connection, "shop", "dev", "prod"); set; }

    public Proposal Proposal(params Spec[] desired) => new()
    {
        Scope = Scope,
        Team = Operator.Teams[0],
        By = Operator.Id,
        Title = "Deploy shop",
        Desired = new GatewayState(desired),
        Notes = ["Read this."],
        Reference = "reference",
        Names = new Dictionary<string, string> { ["shop/prod"] = "prod of Shop" },
    };

    public Task<Page<RunSummary>> ListAsync(ListRuns request, CurrentUser? user = null) => InScopeAsync(async services =>
        (await ActivatorUtilities.CreateInstance<ListRunsHandler>(services).HandleAsync(request, user ?? Operator, Cancelled)).Value);

    public Task<RunView> ViewAsync(Guid run) => InScopeAsync(services => services.GetRequiredService<RunViews>().OfAsync(run, Cancelled));

    public async Task<Answer<RunView>> ApproveAsync(Guid run)
    {
        var view = await ViewAsync(run);

        return await SendAsync<ApproveRunHandler, ApproveRun, RunView>(new ApproveRun { Id = run, Fingerprint = view.Fingerprint, Version = view.Version, ConfirmedName = view.NameToType });
    }

    public Task<int> ApplyAsync(Guid run) => InScopeAsync(async services =>
    {
        await services.GetRequiredService<Applier>().ApplyAsync(run, Cancelled);

        return 0;
    });

    /// <summary>Proposes, approves and applies.</summary>
    public async Task<RunView> RunAsync(params Spec[] desired)
    {
        var run = await ApprovedAsync(desired);
        await ApplyAsync(run);

        return await ViewAsync(run);
    }

    public async Task<Guid> ApprovedAsync(params Spec[] desired)
    {
        var run = (await ProposeAsync(desired)).Value.Id;
        _ = (await ApproveAsync(run)).Value;

        return run;
    }

    public Task<int> SetWritableAsync(bool writable) =>
        ReadAsync(db => db.Set<Connection>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Writable, writable), Cancelled));

    public Task<List<string>> DeedsAsync() => ReadAsync(db => db.Set<AuditEvent>().OrderBy(line => line.Id).Select(line => line.Deed).ToListAsync(Cancelled));

    /// <summary>An API with so many routes, deployed to these stages.</summary>
    public static Spec[] Deployed(int routes, params string[] stages)
    {
        var api = Given.RestApi("shop", [.. Enumerable.Range(1, routes).Select(number => ($"GET /{number}", Given.MockMethod()))]) with { Description = $"With {routes}" };

        return [api, DeploymentSpec.Of(api), .. stages.Select(stage => Given.Stage(stage, api))];
    }

    /// <summary>The same of an HTTP API.</summary>
    public static Spec[] DeployedHttp(int routes, params string[] stages)
    {
        var api = Given.HttpApi("shop", [.. Enumerable.Range(1, routes).Select(number => $"GET /{number}")]) with { Description = $"With {routes}" };

        return [api, DeploymentSpec.Of(api), .. stages.Select(stage => Given.Stage(stage, api))];
    }

    /// <summary>The same of a WebSocket API.</summary>
    public static Spec[] DeployedSocket(int routes, params string[] stages)
    {
        var paths = Enumerable.Range(1, routes).Select(number => $$"""
              /{{number}}: { x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://backend.example.com/{{number}}" } } }
            """);
        var text = $$"""
            openapi: 3.0.1
            info: { title: shop, version: "{{routes}}" }
            x-amazon-apigateway-route-selection-expression: $request.body.action
            paths:
            {{string.Join('\n', paths)}}
            """;
        var api = WebSocketDocument.Project(Samples.Read(text), new ProjectionSettings { ApiId = "shop", AwsName = "shop", EndpointType = "REGIONAL" }).Spec!;

        return [api, DeploymentSpec.Of(api), .. stages.Select(stage => Given.Stage(stage, api))];
    }

    private static string MakeTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("portal-sync-template-").FullName, "portal.db");
        using var db = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={file};Pooling=False").Options);
        db.Database.EnsureCreated();

        return file;
    }

    public static GatewayRefusedException Refusal(GatewayRefusal refusal, TimeSpan? retryAfter = null) =>
        new("PutRestApi", refusal is GatewayRefusal.Passing ? "TooManyRequestsException" : "BadRequestException", "AWS's own words", refusal, retryAfter);

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}

internal static class Answers
{
    extension<T>(Answer<T> answer)
    {
        public T Value => Assert.IsType<Answer<T>.Given>(answer).Value;

        public string Refusal => Assert.IsType<Answer<T>.Refused>(answer).Refusal.Type;
    }
}
