using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about a route. Saying only what was changed lets the document keep everything else as it is written.</summary>
internal sealed class RouteDraft
{
    public static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];

    private RouteView? _was;
    private string _cors = new CorsDraft().Text;

    public string Method { get; set; } = "GET";

    public string? Path { get; set; } = "/";

    public string? OperationId { get; set; } = "";

    public string? Summary { get; set; } = "";

    public List<ParameterDraft> Parameters { get; private init; } = [];

    public IntegrationDraft Integration { get; private init; } = new();

    public bool ApiKeyRequired { get; set; }

    public GuardDraft Guard { get; private init; } = new();

    public IntegrationOptionsDraft Options { get; private init; } = new();

    public CorsDraft Cors { get; private init; } = new();

    /// <summary>A new route; without a default integration it begins as a mock, where there are mocks.</summary>
    public static RouteDraft New(bool hasDefault, Protocol protocol) => new()
    {
        Integration = new IntegrationDraft { Kind = hasDefault ? IntegrationKind.Default : protocol is Protocol.Rest ? IntegrationKind.Mock : IntegrationKind.HttpProxy },
    };

    public static RouteDraft Of(RouteView route)
    {
        var cors = CorsDraft.Of(route.Cors);

        return new RouteDraft
        {
            _was = route,
            _cors = cors.Text,
            Method = route.Method,
            Path = route.Path,
            OperationId = route.OperationId ?? "",
            Summary = route.Summary ?? "",
            Parameters = [.. route.Parameters.Where(parameter => !parameter.IsOfPath).Select(ParameterDraft.Of)],
            Integration = IntegrationDraft.Of(route.Integration),
            ApiKeyRequired = route.ApiKeyRequired,
            Guard = GuardDraft.Of(route.Guard, route.FollowsDefault),
            Options = IntegrationOptionsDraft.Of(route.Options),
            Cors = cors,
        };
    }

    /// <summary>What was changed, the guard last: it keeps whether an API key is demanded.</summary>
    public IReadOnlyList<RouteEdit> ToEdits() =>
    [
        _was is null ? Add() : Change(_was),
        .. Integration.Kind is not IntegrationKind.Default && Options.ToEdit(Method, Path?.Trim() ?? "") is { } options ? [options] : Array.Empty<RouteEdit>(),
        .. Guard.Changed is { } guard ? [new RouteEdit.SetGuard { Operations = [$"{Method} {Path?.Trim()}"], Guard = guard }] : Array.Empty<RouteEdit>(),
    ];

    private RouteEdit.AddRoute Add() => new()
    {
        Method = Method,
        Path = Path?.Trim() ?? "",
        OperationId = OrNull(OperationId),
        Summary = OrNull(Summary),
        Parameters = [.. Parameters.Select(parameter => parameter.ToView())],
        Integration = Integration.ToView() ?? new IntegrationView.Default(),
        ApiKeyRequired = ApiKeyRequired,
        Cors = Cors.Enabled ? Cors.ToView() : null,
    };

    private RouteEdit.ChangeRoute Change(RouteView was)
    {
        List<ParameterView> parameters = [.. Parameters.Select(parameter => parameter.ToView())];
        var integration = Integration.ToView();

        return new()
        {
            Method = was.Method,
            Path = was.Path,
            OperationId = (OperationId?.Trim() ?? "") is var id && id != (was.OperationId ?? "") ? id : null,
            Summary = (Summary?.Trim() ?? "") is var summary && summary != (was.Summary ?? "") ? summary : null,
            Parameters = parameters.SequenceEqual(was.Parameters.Where(parameter => !parameter.IsOfPath)) ? null : parameters,
            Integration = integration == was.Integration ? null : integration,
            ApiKeyRequired = ApiKeyRequired == was.ApiKeyRequired ? null : ApiKeyRequired,
            Cors = Cors.Text == _cors ? null : Cors.ToView(),
        };
    }

    private static string? OrNull(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
