using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>The paths of a domain name and the stages that answer below them, to add, change and remove; inside an EditForm.</summary>
public sealed partial class MappingRows
{
    [CascadingParameter]
    public required EditContext Form { get; set; }

    [Parameter, EditorRequired]
    public required List<MappingDraft> Mappings { get; set; }

    /// <summary>By the portal's ids.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, string> Stages { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    private IReadOnlyList<string> Faults => [.. Form.GetValidationMessages(new FieldIdentifier(Form.Model, nameof(IDomainNameTerms.Mappings)))];

    private void Add() => Mappings.Add(new MappingDraft { Path = Mappings.Count is 0 ? "/" : "/v1" });
}

/// <summary>A path of a domain name as it is typed.</summary>
public sealed class MappingDraft
{
    public string? Path { get; set; }

    public Guid StageId { get; set; }
}
