using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is made of the answers of a backend; inside an EditForm.</summary>
public sealed partial class IntegrationAnswerRows
{
    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter, EditorRequired]
    public required IntegrationOptionsDraft Draft { get; set; }

    private IReadOnlyList<string> Faults => [.. Form.GetValidationMessages(new FieldIdentifier(Draft, nameof(IntegrationOptionsDraft.Answers)))];

    private void Add() => Draft.Answers.Add(Draft.Answers.Exists(answer => answer.Pattern is "default") ? new() { Pattern = "", Status = "" } : new());
}
