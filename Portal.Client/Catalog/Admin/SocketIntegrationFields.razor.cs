using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Client.Catalog.Admin;

/// <summary>The fields of an integration of a WebSocket API, by its type; inside an EditForm.</summary>
public sealed partial class SocketIntegrationFields
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];

    private bool _isSaid;

    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter, EditorRequired]
    public required SocketIntegrationDraft Draft { get; set; }

    private IReadOnlyList<string> AnswerFaults => [.. Form.GetValidationMessages(new FieldIdentifier(Draft, nameof(SocketIntegrationDraft.Answers)))];

    protected override void OnInitialized() => _isSaid = Draft.IsSaid;

    private void AddAnswer() => Draft.Answers.Add(new SocketAnswerDraft { Pattern = Draft.Answers.Exists(answer => answer.Pattern is "$default") ? "/4\\d\\d/" : "$default" });
}
