using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Portal.Client.Stages;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Stages;

namespace Portal.Client.Keys.Developer;

/// <summary>Opens a connection to a WebSocket API with one's own key, which the page never has, and sends messages.</summary>
public sealed partial class TalkWithKey
{
    private FormErrors _errors = null!;
    private SocketTalk? _talk;

    /// <summary>The key.</summary>
    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    /// <summary>Those of WebSocket APIs that it opens.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<KeyStage> Stages { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm(FormName = "talk")]
    public TalkDraft? Draft { get; set; }

    private string Hint => Stages.SelectMany(stage => stage.Operations).Distinct().Take(5).ToList() is { Count: > 0 } routes
        ? $"One a line; routes are called {string.Join(", ", routes)}. None only opens the connection."
        : "One a line. None only opens the connection.";

    protected override void OnInitialized() => Draft ??= new TalkDraft { StageId = Stages[0].StageId.ToString() };

    private string Text(string? id) => Stages.FirstOrDefault(stage => stage.StageId.ToString() == id) is { } stage ? $"{stage.Api}, {stage.Stage}" : "";

    private async Task SendAsync()
    {
        var talk = new Talk { Query = Draft!.Query ?? "", Headers = Draft.Headers ?? "", Text = Draft.Messages ?? "" }.ToRequest(Guid.TryParse(Draft.StageId, out var stage) ? stage : Guid.Empty);

        switch (await Portal.SendAsync(new TalkByApiKey { Id = Id, StageId = talk.StageId, Query = talk.Query, Headers = talk.Headers, Messages = talk.Messages, Silence = talk.Silence }, Http.RequestAborted))
        {
            case Answer<SocketTalk>.Given(var told):
                _talk = told;
                break;
            case Answer<SocketTalk>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }
    }

    public sealed class TalkDraft
    {
        public string? StageId { get; set; }

        public string? Query { get; set; }

        public string? Headers { get; set; }

        public string? Messages { get; set; }
    }
}
