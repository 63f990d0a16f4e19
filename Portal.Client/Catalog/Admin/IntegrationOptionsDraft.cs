using System.Globalization;
using System.Text.Json;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What else is typed about an integration. Only what was changed is said, so that another integration brings its own mappings.</summary>
public sealed class IntegrationOptionsDraft
{
    private IntegrationOptionsDraft? _was;

    public string? VpcLink { get; set; } = "";

    public string? IntegrationTarget { get; set; } = "";

    public string? TimeoutMillis { get; set; } = "";

    public string Passthrough { get; set; } = "";

    public string ContentHandling { get; set; } = "";

    /// <summary>A line each.</summary>
    public string? CacheKeys { get; set; } = "";

    public bool SkipsVerification { get; set; }

    public List<PairDraft> RequestParameters { get; private init; } = [];

    public List<PairDraft> RequestTemplates { get; private init; } = [];

    public List<IntegrationAnswerDraft> Answers { get; private init; } = [];

    /// <summary>Whether the document says more than a mock, a mapped or a proxy integration needs.</summary>
    public bool IsSaid => _was is { } was && (was.VpcLink is not "" || was.TimeoutMillis is not "" || was.ContentHandling is not "" || was.CacheKeys is not "" || was.SkipsVerification || was.Answers.Exists(answer => answer.IsSaid));

    public static IntegrationOptionsDraft Of(IntegrationOptionsView? options)
    {
        var draft = Copy(options);
        draft._was = Copy(options);

        return draft;
    }

    /// <summary>Null where nothing was changed.</summary>
    public RouteEdit? ToEdit(string method, string path)
    {
        var was = _was ?? new IntegrationOptionsDraft();
        var (parameters, templates) = (PairDraft.ToPairs(RequestParameters), PairDraft.ToPairs(RequestTemplates));
        var edit = new RouteEdit.SetIntegrationOptions
        {
            Method = method,
            Path = path,
            VpcLink = Changed(was.VpcLink, VpcLink),
            IntegrationTarget = Changed(was.IntegrationTarget, IntegrationTarget),
            TimeoutMillis = Changed(was.TimeoutMillis, TimeoutMillis) is { } typed ? Number(typed) : null,
            Passthrough = Changed(was.Passthrough, Passthrough),
            ContentHandling = Changed(was.ContentHandling, ContentHandling),
            RequestParameters = Same(PairDraft.ToPairs(was.RequestParameters), parameters) ? null : parameters,
            RequestTemplates = Same(PairDraft.ToPairs(was.RequestTemplates), templates) ? null : templates,
            CacheKeys = Keys(was.CacheKeys).SequenceEqual(Keys(CacheKeys)) ? null : Keys(CacheKeys),
            SkipsVerification = was.SkipsVerification == SkipsVerification ? null : SkipsVerification,
            Answers = Text(was.Answers) == Text(Answers) ? null : [.. Answers.Select(answer => answer.ToView())],
        };

        return edit == new RouteEdit.SetIntegrationOptions { Method = method, Path = path } ? null : edit;
    }

    private static IntegrationOptionsDraft Copy(IntegrationOptionsView? options) => options is null ? new() : new()
    {
        VpcLink = options.VpcLink ?? "",
        IntegrationTarget = options.IntegrationTarget ?? "",
        TimeoutMillis = options.TimeoutMillis?.ToString(CultureInfo.InvariantCulture) ?? "",
        Passthrough = options.Passthrough ?? "",
        ContentHandling = options.ContentHandling ?? "",
        CacheKeys = string.Join('\n', options.CacheKeys),
        SkipsVerification = options.SkipsVerification,
        RequestParameters = PairDraft.Of(options.RequestParameters),
        RequestTemplates = PairDraft.Of(options.RequestTemplates),
        Answers = [.. options.Answers.Select(IntegrationAnswerDraft.Of)],
    };

    private static string? Changed(string? was, string? now) => (was?.Trim() ?? "") == (now?.Trim() ?? "") ? null : now?.Trim() ?? "";

    private static string[] Keys(string? typed) => (typed ?? "").Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static string Text(IEnumerable<IntegrationAnswerDraft> answers) => JsonSerializer.Serialize(answers.Select(answer => answer.ToView()));

    private static bool Same(Dictionary<string, string> was, Dictionary<string, string> now) => was.Count == now.Count && was.All(pair => now.TryGetValue(pair.Key, out var value) && value == pair.Value);

    // What is no number is refused as -1 is.
    private static int Number(string typed) => typed is "" ? 0 : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
