using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Static;

/// <summary>
/// Something that a person should read now.
/// <code>&lt;Notice Tone="Tone.Good" Title="Password changed"&gt;&lt;p&gt;Other sessions were ended.&lt;/p&gt;&lt;/Notice&gt;</code>
/// </summary>
public sealed partial class Notice
{
    [Parameter]
    public Tone Tone { get; set; } = Tone.Info;

    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
