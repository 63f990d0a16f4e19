using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>What came of an import, thing by thing.</summary>
public sealed partial class ImportResultPanel
{
    [Parameter, EditorRequired]
    public required ImportReport Report { get; set; }

    [Parameter, EditorRequired]
    public required Guid Connection { get; set; }

    /// <summary>The run that adopts what was imported; null where none is proposed.</summary>
    [Parameter]
    public Guid? Adoption { get; set; }

    private string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"{Report.Of(ImportResult.New)} imported, {Report.Of(ImportResult.Changed)} taken over anew, {Report.Of(ImportResult.Unchanged)} as before, {Report.Of(ImportResult.NotTaken)} not taken. Nothing was written to AWS.");
}
