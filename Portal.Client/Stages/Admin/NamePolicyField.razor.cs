using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Who may call a private name, as it is typed; inside an EditForm.</summary>
public sealed partial class NamePolicyField
{
    private string? _typed;

    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter]
    public string? Policy { get; set; }

    [Parameter]
    public EventCallback<string?> PolicyChanged { get; set; }

    private IReadOnlyList<string> Faults => [.. Form.GetValidationMessages(new FieldIdentifier(Form.Model, nameof(IDomainNameTerms.Policy)))];

    protected override void OnParametersSet() => _typed = Policy;

    private Task SayAsync() => PolicyChanged.InvokeAsync(_typed);
}
