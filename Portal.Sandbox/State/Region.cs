using System.Collections.Concurrent;
using Portal.Sandbox.Admin;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.Accounts;
using Portal.Sandbox.ApiGateway.ClientCertificates;
using Portal.Sandbox.ApiGateway.DomainNames;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.ApiGatewayV2.VpcLinks;
using Portal.Sandbox.CloudTrail;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.CloudWatch.Alarms;
using Portal.Sandbox.Logs;
using Portal.Sandbox.Traffic;
using Portal.Sandbox.Waf;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.State;

/// <summary>
/// What one account holds in one Region. Writers hold <see cref="Gate"/>; readers of the data plane need no lock, because entries are immutable and replaced whole.
/// </summary>
internal sealed class Region : IDisposable
{
    private const string OfAccount = "settings";

    private readonly Shelf<ApiEntry> _apis;
    private readonly Shelf<AccountSettings> _settings;

    public Region(string account, string name, ThrottleSettings throttle, string? folder, Controls controls, TimeProvider time)
    {
        (Account, Name, Throttle) = (account, name, throttle);
        Propagation deployments = new(time, () => controls.Settings.DeploymentsAfter);
        _apis = new(Files.RestApis, Unsaved, deployments);
        ApisV2 = new(Files.Apis, Unsaved, deployments);
        DomainsV2 = new(Files.Domains, Unsaved);
        VpcLinksV2 = new(Files.VpcLinks, Unsaved);
        ClientCertificates = new(Files.ClientCertificates, Unsaved);
        VpcLinks = new(Files.VpcLinksV1, Unsaved);
        AccessAssociations = new(Files.AccessAssociations, Unsaved);
        _settings = new(Files.Account, Unsaved);
        Propagation keys = new(time, () => controls.Settings.KeysAfter);
        UsagePlans = new(Files.UsagePlans, Unsaved, keys);
        ApiKeys = new(Unsaved, keys);
        Usage = new(Unsaved);
        Alarms = new(Unsaved);
        Histories = new(Files.Traffic, Unsaved);
        Metrics = new(folder is null ? null : Path.Combine(folder, "metrics.db"));
        Logs = new(folder is null ? null : Path.Combine(folder, "logs.db"));
        Trail = new(folder is null ? null : Path.Combine(folder, "trail.db"));
        WebAcls = new(Files.WebAcls, Unsaved);
    }

    public string Account { get; }

    public string Name { get; }

    /// <summary>What all stages of the account may serve in this Region.</summary>
    public ThrottleSettings Throttle { get; }

    public Lock Gate { get; } = new();

    /// <summary>What was measured here. Has a lock of its own.</summary>
    public MetricStore Metrics { get; }

    /// <summary>What was logged here. Has a lock of its own.</summary>
    public LogStore Logs { get; }

    /// <summary>What was called here. Has a lock of its own.</summary>
    public TrailStore Trail { get; }

    public Shelf<WebAcl> WebAcls { get; }

    /// <summary>What is kept in databases, by the names of their files.</summary>
    public IReadOnlyDictionary<string, IKept> Databases => new Dictionary<string, IKept> { ["metrics.db"] = Metrics, ["logs.db"] = Logs, ["trail.db"] = Trail };

    /// <summary>What stages remember for a while.</summary>
    public StageCaches Caches { get; } = new();

    /// <summary>Files ("restapis/ID") changed or removed since they were last written.</summary>
    public ConcurrentDictionary<string, bool> Unsaved { get; } = new(StringComparer.Ordinal);

    /// <summary>All APIs, sorted by id; for who holds the gate.</summary>
    public Map<ApiEntry> Apis => _apis.All;

    /// <summary>HTTP and WebSocket APIs.</summary>
    public Shelf<WholeApi> ApisV2 { get; }

    /// <summary>Domain names, as version 2 knows them.</summary>
    public Shelf<WholeDomain> DomainsV2 { get; }

    public Shelf<VpcLink> VpcLinksV2 { get; }

    public Shelf<ClientCertificateEntry> ClientCertificates { get; }

    /// <summary>Those of version 1.</summary>
    public Shelf<ApiGateway.VpcLinks.VpcLink> VpcLinks { get; }

    public Shelf<AccessAssociation> AccessAssociations { get; }

    /// <summary>What the account has set here.</summary>
    public AccountSettings Settings { get => _settings.Find(OfAccount) ?? AccountSettings.Of(Account); set => _settings.Put(OfAccount, value); }

    /// <summary>The name under which settings are kept, once somebody set any.</summary>
    public IEnumerable<string> SettingsSet => _settings.All.Keys;

    public Shelf<UsagePlan> UsagePlans { get; }

    public KeyShelf ApiKeys { get; }

    public UsageBook Usage { get; }

    /// <summary>For who holds the gate.</summary>
    public AlarmShelf Alarms { get; }

    /// <summary>Of which stages calls were made up.</summary>
    public Shelf<MadeHistory> Histories { get; }

    public ApiEntry Api(string id) => Find(id) ?? throw NoSuchApi(id);

    public ApiEntry? Find(string id) => _apis.Find(id);

    /// <summary>As callers of its stages see it.</summary>
    public ApiEntry? SeenApi(string id) => _apis.Seen(id);

    public AwsError NoSuchApi(string id) => AwsError.NotFound($"Invalid API identifier specified {Account}:{id}");

    public void Put(ApiEntry entry) => _apis.Put(entry.Id, entry);

    public void Remove(string id) => _apis.Remove(id);

    /// <summary>Writes what was measured and logged and is not written yet.</summary>
    public void Flush()
    {
        Metrics.Flush();
        Logs.Flush();
        Trail.Flush();
    }

    /// <summary>Brings alarms to the state of now.</summary>
    public void Watch(DateTimeOffset now)
    {
        lock (Gate)
        {
            Alarms.Evaluate(this, now);
        }
    }

    /// <summary>Makes coarser, and forgets, what was measured and logged long ago.</summary>
    public void Age(DateTimeOffset now)
    {
        Metrics.Age(now);
        Logs.Age(now);
        Trail.Age(now);
    }

    public void Dispose()
    {
        Metrics.Dispose();
        Logs.Dispose();
        Trail.Dispose();
    }

    /// <summary>As <see cref="Put"/>, for what was just read from the disk.</summary>
    public void Load(ApiEntry entry) => _apis.Load(entry.Id, entry);

    /// <summary>For what was just read from the disk.</summary>
    public void Load(AccountSettings settings) => _settings.Load(OfAccount, settings);

    /// <summary>Empties it; for who holds the gate.</summary>
    public void Clear()
    {
        _apis.Clear();
        ApisV2.Clear();
        DomainsV2.Clear();
        VpcLinksV2.Clear();
        ClientCertificates.Clear();
        VpcLinks.Clear();
        AccessAssociations.Clear();
        _settings.Clear();
        UsagePlans.Clear();
        ApiKeys.Clear();
        Usage.Clear();
        Alarms.Clear();
        Histories.Clear();
        Caches.Clear();
        Metrics.Clear();
        Logs.Clear();
        Trail.Clear();
        WebAcls.Clear();
    }
}
