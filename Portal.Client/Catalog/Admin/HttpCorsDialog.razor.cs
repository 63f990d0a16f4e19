using System.Globalization;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Lets browsers call an HTTP API from other sites, changes what they may send, and takes it away. Saving makes a revision.</summary>
public sealed partial class HttpCorsDialog
{
    private Load<BrowsersView>? _view;
    private Draft _draft = new();

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api) =>
        dialogs.OpenAsync<HttpCorsDialog, RevisedApi>("Browsers", new() { { dialog => dialog.ApiId, api } }, SideDialog.Options);

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _view = await Portal.SendAsync(new GetCors(ApiId, null), Leaving);

        if (_view is Load<BrowsersView>.Ready { Value.OfHttpApi: { } cors })
        {
            _draft = new()
            {
                AllowOrigins = string.Join('\n', cors.AllowOrigins),
                AllowMethods = string.Join(", ", cors.AllowMethods),
                AllowHeaders = string.Join(", ", cors.AllowHeaders),
                ExposeHeaders = string.Join(", ", cors.ExposeHeaders),
                MaxAge = cors.MaxAge?.ToString(CultureInfo.InvariantCulture) ?? "",
                AllowCredentials = cors.AllowCredentials,
            };
        }
    }

    private Task SaveAsync(HttpCorsView? cors) => SendAsync(new RouteEdit.SetHttpCors { Cors = cors });

    private sealed class Draft
    {
        public string? AllowOrigins { get; set; } = "*";

        public string? AllowMethods { get; set; } = "*";

        public string? AllowHeaders { get; set; } = "content-type, authorization";

        public string? ExposeHeaders { get; set; } = "";

        public string? MaxAge { get; set; } = "600";

        public bool AllowCredentials { get; set; }

        public HttpCorsView ToView() => new()
        {
            AllowOrigins = List(AllowOrigins),
            AllowMethods = List(AllowMethods),
            AllowHeaders = List(AllowHeaders),
            ExposeHeaders = List(ExposeHeaders),
            MaxAge = string.IsNullOrWhiteSpace(MaxAge) ? null : int.TryParse(MaxAge, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : -2,
            AllowCredentials = AllowCredentials,
        };

        private static string[] List(string? text) => (text ?? "").Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
