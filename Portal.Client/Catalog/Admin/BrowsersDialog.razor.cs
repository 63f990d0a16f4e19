using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Lets browsers call paths from other sites, changes what they may send, and takes it away. Saving makes a revision.</summary>
public sealed partial class BrowsersDialog
{
    private static readonly string[] Parts = [nameof(Draft.Cors)];

    private Load<BrowsersView>? _view;
    private Draft _draft = new();

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api) =>
        dialogs.OpenAsync<BrowsersDialog, RevisedApi>("Browsers", new() { { dialog => dialog.ApiId, api } }, SideDialog.Options);

    protected override Task OnInitializedAsync() => LoadAsync();

    private static IReadOnlyList<string> Names(BrowsersView view) => [.. view.Paths.Where(path => !path.HasOwnOptions).Select(path => path.Path)];

    private static string Now(BrowsersView view, string name)
    {
        var path = view.Paths.First(path => path.Path == name);
        var now = path.Cors is { } cors ? $"now {string.Join(", ", cors.AllowOrigins)}" : "";
        var passes = path.Passes is [] ? "" : $"without the header: {string.Join(", ", path.Passes)}";

        return string.Join("; ", new[] { now, passes }.Where(words => words is not ""));
    }

    private async Task LoadAsync()
    {
        _view = await Portal.SendAsync(new GetCors(ApiId, null), Leaving);

        if (_view is Load<BrowsersView>.Ready(var view))
        {
            var now = view.Paths.FirstOrDefault(path => path.Cors is not null)?.Cors;
            _draft = new()
            {
                Cors = CorsDraft.Of(now ?? new CorsView()),
                OnErrors = now is null || view.OnErrors,
                Paths = now is null ? Names(view) : [.. view.Paths.Where(path => path.Cors is not null).Select(path => path.Path)],
            };

            // The methods of one path are not those of another.
            if (view.Paths.Count > 1)
            {
                _draft.Cors.AllowMethods = "";
            }
        }
    }

    private bool HasSeveral => _draft.Cors.Origins.Count > 1;

    private IEnumerable<BrowsersPath> Chosen(BrowsersView view) => view.Paths.Where(path => _draft.Paths.Contains(path.Path));

    /// <summary>"GET /pets" of those of the chosen paths.</summary>
    private string Routes(BrowsersView view, Func<BrowsersPath, IReadOnlyList<string>> methods) => string.Join(", ", Chosen(view).SelectMany(path => methods(path).Select(method => $"{method} {path.Path}")));

    private string Snippet => $$"""
        const origins = [{{string.Join(", ", _draft.Cors.Origins.Select(origin => $"\"{origin}\""))}}];

        export const handler = async (event) => {
          const origin = event.headers.Origin ?? event.headers.origin;
          const headers = { "Vary": "Origin" };
          if (origins.includes(origin)) {
            headers["Access-Control-Allow-Origin"] = origin;{{(_draft.Cors.AllowCredentials ? "\n    headers[\"Access-Control-Allow-Credentials\"] = \"true\";" : "")}}
          }

          return { statusCode: 200, headers, body: "..." };
        };
        """;

    private RouteEdit.AllowBrowsers Allow() => new() { Paths = _draft.Paths, Cors = _draft.Cors.ToView() with { Enabled = true }, OnErrors = _draft.OnErrors };

    private RouteEdit.ForbidBrowsers Forbid() => new() { Paths = _draft.Paths, OnErrors = _draft.OnErrors };

    private Task SaveAsync(RouteEdit edit) => SendAsync(edit);

    private sealed class Draft
    {
        public CorsDraft Cors { get; init; } = new();

        public bool OnErrors { get; set; } = true;

        public IReadOnlyList<string> Paths { get; set; } = [];
    }
}
