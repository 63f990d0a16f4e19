using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Identity;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>What a plan grants and where, to be typed.</summary>
public sealed partial class PlanForm
{
    private FormErrors _errors = null!;

    [Parameter, EditorRequired]
    public required PlanDraft Draft { get; set; }

    /// <summary>Holds the draft against the rules.</summary>
    [Parameter, EditorRequired]
    public required Func<CancellationToken, Task<ValidationResult>> Check { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnSave { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired]
    public required string Verb { get; set; }

    /// <summary>The address that leads back without saving.</summary>
    [Parameter, EditorRequired]
    public required string Cancel { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>To choose from; empty where the team stands.</summary>
    [Parameter]
    public IReadOnlyList<TeamView> Teams { get; set; } = [];

    /// <summary>To choose from; empty where the connection stands.</summary>
    [Parameter]
    public IReadOnlyList<ConnectionView> Connections { get; set; } = [];

    /// <summary>The name of the connection where it stands.</summary>
    [Parameter]
    public string ConnectionName { get; set; } = "";

    // AWS's documents and its service disagree about what it means, so the page takes no side.
    private string OffsetHint => $"API Gateway's own member, 0 to {PlanRules.MostOffset(Draft.Quota.Period)}. Its documentation says: requests taken off the first period; the service checks it like days. Leave it at 0 unless you know.";

    /// <summary>Shows why it was not saved.</summary>
    public void Show(Refusal refusal) => _errors.Show(refusal);

    private static string Text(ConnectionView connection) => $"{connection.Name} ({connection.Region}){(connection.Writable ? "" : ", read-only")}";
}
