using Microsoft.AspNetCore.Components;

namespace Portal.Client.Catalog.Admin;

/// <summary>The fields of an integration, by its kind; inside an EditForm.</summary>
public sealed partial class IntegrationFields
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];

    [Parameter, EditorRequired]
    public required IntegrationDraft Draft { get; set; }

    /// <summary>Whether it is the one that answers all routes which name none.</summary>
    [Parameter]
    public bool IsDefault { get; set; }
}
