using System.Globalization;
using System.Text.Json;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about the integration of a route of a WebSocket API, of any type: changing the type and back loses nothing.</summary>
public sealed class SocketIntegrationDraft
{
    /// <summary>Null keeps what the document has.</summary>
    public SocketIntegrationType? Type { get; set; } = SocketIntegrationType.Lambda;

    public string? Uri { get; set; } = "";

    public string Method { get; set; } = "POST";

    public string? VpcLink { get; set; } = "";

    public string? Role { get; set; } = "";

    public string? TimeoutMillis { get; set; } = "";

    public string Passthrough { get; set; } = "";

    public string ContentHandling { get; set; } = "";

    public string? TemplateSelection { get; set; } = "";

    public List<PairDraft> RequestParameters { get; private init; } = [];

    public List<PairDraft> RequestTemplates { get; private init; } = [];

    public List<SocketAnswerDraft> Answers { get; private init; } = [];

    public bool IsProxy => Type is SocketIntegrationType.HttpProxy or SocketIntegrationType.Lambda;

    public bool IsHttp => Type is SocketIntegrationType.Http or SocketIntegrationType.HttpProxy;

    public bool IsSaid => VpcLink is not "" || TimeoutMillis is not "" || RequestTemplates is not [] || RequestParameters is not [] || Answers is not [];

    public static SocketIntegrationDraft Of(SocketIntegrationView? integration, bool isOther) => integration is null ? new() { Type = isOther ? null : SocketIntegrationType.Lambda } : new()
    {
        Type = integration.Type,
        Uri = integration.Uri ?? "",
        Method = integration.Method is { Length: > 0 } method ? method : "POST",
        VpcLink = integration.VpcLink ?? "",
        Role = integration.Role ?? "",
        TimeoutMillis = integration.TimeoutMillis?.ToString(CultureInfo.InvariantCulture) ?? "",
        Passthrough = integration.Passthrough ?? "",
        ContentHandling = integration.ContentHandling ?? "",
        TemplateSelection = integration.TemplateSelection ?? "",
        RequestParameters = PairDraft.Of(integration.RequestParameters),
        RequestTemplates = PairDraft.Of(integration.RequestTemplates),
        Answers = [.. integration.Answers.Select(SocketAnswerDraft.Of)],
    };

    public static bool Same(SocketIntegrationView? one, SocketIntegrationView? other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    /// <summary>Null for what is kept.</summary>
    public SocketIntegrationView? ToView() => Type is not { } type ? null : new()
    {
        Type = type,
        Uri = type is SocketIntegrationType.Mock ? null : Uri?.Trim() ?? "",
        Method = IsHttp || type is SocketIntegrationType.Aws ? Method : null,
        VpcLink = IsHttp ? OrNull(VpcLink) : null,
        Role = type is SocketIntegrationType.Mock ? null : OrNull(Role),
        TimeoutMillis = string.IsNullOrWhiteSpace(TimeoutMillis) ? null : int.TryParse(TimeoutMillis, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1,
        Passthrough = OrNull(Passthrough),
        ContentHandling = OrNull(ContentHandling),
        TemplateSelection = OrNull(TemplateSelection),
        RequestParameters = PairDraft.ToPairs(RequestParameters),
        RequestTemplates = PairDraft.ToPairs(RequestTemplates),
        Answers = [.. Answers.Select(answer => answer.ToView())],
    };

    private static string? OrNull(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}

/// <summary>What is typed about an answer.</summary>
public sealed class SocketAnswerDraft
{
    public string? Pattern { get; set; } = "$default";

    public string? TemplateSelection { get; set; } = "";

    public string ContentHandling { get; set; } = "";

    public List<PairDraft> Parameters { get; private init; } = [];

    public List<PairDraft> Templates { get; private init; } = [];

    public static SocketAnswerDraft Of(SocketAnswerView answer) => new()
    {
        Pattern = answer.Pattern,
        TemplateSelection = answer.TemplateSelection ?? "",
        ContentHandling = answer.ContentHandling ?? "",
        Parameters = PairDraft.Of(answer.Parameters),
        Templates = PairDraft.Of(answer.Templates),
    };

    public SocketAnswerView ToView() => new()
    {
        Pattern = Pattern?.Trim() ?? "",
        TemplateSelection = TemplateSelection?.Trim() is { Length: > 0 } selection ? selection : null,
        ContentHandling = ContentHandling is "" ? null : ContentHandling,
        Parameters = PairDraft.ToPairs(Parameters),
        Templates = PairDraft.ToPairs(Templates),
    };
}
