using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Portal.Client.Stages;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Stages;

namespace Portal.Client.Keys.Developer;

/// <summary>Calls an API with one's own key, which the page never has.</summary>
public sealed partial class TryKeyPage
{
    private FormErrors _errors = null!;
    private Load<Page<KeyStage>>? _stages;
    private TryAnswer? _answer;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "try")]
    public CallDraft? Draft { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        var stages = await Portal.SendAsync(new ListKeyStages(Id), Leaving);
        _stages = stages;

        switch (stages)
        {
            case Answer<Page<KeyStage>>.Refused({ Kind: RefusalKind.NotFound }):
                Navigation.NotFound();
                break;
            case Answer<Page<KeyStage>>.Given(var page) when Called(page) is [var first, ..]:
                Draft ??= First(first);
                break;
            default:
                Draft ??= new CallDraft();
                break;
        }
    }

    /// <summary>The others are spoken to.</summary>
    private static List<KeyStage> Called(Page<KeyStage> stages) => [.. stages.Items.Where(stage => stage.Protocol is not Protocol.WebSocket)];

    private static CallDraft First(KeyStage stage) => stage.Operations is [var operation, ..] && operation.Split(' ', 2) is [var method, var path]
        ? new CallDraft { StageId = stage.StageId.ToString(), Method = Call.Methods.Contains(method) ? method : "GET", Path = path }
        : new CallDraft { StageId = stage.StageId.ToString() };

    private static string Text(Page<KeyStage> stages, string? id) => stages.Items.FirstOrDefault(stage => stage.StageId.ToString() == id) is { } stage ? $"{stage.Api}, {stage.Stage}" : "";

    private async Task SendAsync()
    {
        var call = new Call { Method = Draft!.Method ?? "", Path = Draft.Path ?? "", Headers = Draft.Headers ?? "", Body = Draft.Body ?? "" }
            .ToRequest(Guid.TryParse(Draft.StageId, out var stage) ? stage : Guid.Empty);
        var request = new TryApiKey { Id = Id, StageId = call.StageId, Method = call.Method, Path = call.Path, Query = call.Query, Headers = call.Headers, Body = call.Body };

        switch (await Portal.SendAsync(request, Http.RequestAborted))
        {
            case Answer<TryAnswer>.Given(var answer):
                _answer = answer;
                break;
            case Answer<TryAnswer>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }
    }

    public sealed class CallDraft
    {
        public string? StageId { get; set; }

        public string? Method { get; set; } = "GET";

        public string? Path { get; set; } = "/";

        public string? Headers { get; set; }

        public string? Body { get; set; }
    }
}
