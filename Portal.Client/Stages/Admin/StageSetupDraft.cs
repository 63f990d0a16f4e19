using Portal.Client.Ui;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>How a stage is set up, as it is typed.</summary>
public sealed class StageSetupDraft
{
    /// <summary>What a list offers for no cache.</summary>
    public const string NoCache = "none";

    public static IReadOnlyList<string> CacheSizes { get; } = [NoCache, "0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"];

    public bool IsKept { get; set; }

    public List<MethodSetupDraft> Methods { get; init; } = [];

    public string CacheSize { get; set; } = NoCache;

    public bool Tracing { get; set; }

    public string? ClientCertificate { get; set; }

    public string? DocumentationVersion { get; set; }

    public string? WebAcl { get; set; }

    public string? Description { get; set; }

    public AccessLogPlace LogPlace { get; set; }

    public string? LogTarget { get; set; }

    public string? LogFormat { get; set; }

    public List<TagDraft> Tags { get; init; } = [];

    public static StageSetupDraft Of(StageSetupView view) => new()
    {
        IsKept = view.IsKept,
        Methods = [.. (view.Settings?.Methods ?? new Dictionary<string, MethodSetup>()).OrderBy(method => method.Key, StringComparer.Ordinal).Select(method => MethodSetupDraft.Of(method.Key, method.Value))],
        CacheSize = view.Settings?.CacheSize ?? NoCache,
        Tracing = view.Settings?.Tracing ?? false,
        ClientCertificate = view.Settings?.ClientCertificate,
        DocumentationVersion = view.Settings?.DocumentationVersion,
        WebAcl = view.Settings?.WebAcl,
        Description = view.Description,
        LogPlace = view.AccessLog.Place,
        LogTarget = view.AccessLog.DestinationArn,
        LogFormat = view.AccessLog.Format,
        Tags = TagDraft.Of(view.Tags),
    };

    public ChangeStageSetup ToRequest(Guid stage, int version) => new()
    {
        Id = stage,
        Settings = IsKept ? ToSetup() : null,
        Description = Typed.OrNull(Description),
        AccessLog = new StageAccessLog
        {
            Place = LogPlace,
            DestinationArn = LogPlace is AccessLogPlace.Own ? Typed.OrNull(LogTarget) : null,
            Format = LogPlace is AccessLogPlace.Own ? Typed.OrNull(LogFormat) : null,
        },
        Tags = TagDraft.ToMap(Tags),
        Version = version,
    };

    /// <summary>Of two rows for one method, the later.</summary>
    private StageSetup ToSetup() => new()
    {
        Methods = Methods.GroupBy(method => method.Method).ToDictionary(same => same.Key, same => same.Last().ToSetup()),
        CacheSize = CacheSize is NoCache ? null : CacheSize,
        Tracing = Tracing,
        ClientCertificate = Typed.OrNull(ClientCertificate),
        DocumentationVersion = Typed.OrNull(DocumentationVersion),
        WebAcl = Typed.OrNull(WebAcl),
    };
}
