using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Draws a <see cref="Load{T}"/> in its three states, so that no page can forget one.
/// <code>
/// &lt;Loaded Of="Apis" OnRetry="LoadAsync" Context="apis"&gt;
///   &lt;DataTable Items="apis.Items" ... /&gt;
/// &lt;/Loaded&gt;
/// </code>
/// </summary>
public sealed partial class Loaded<T>
{
    /// <summary>Null is waiting too: nothing has been asked yet.</summary>
    [Parameter, EditorRequired]
    public required Load<T>? Of { get; set; }

    /// <summary>What "Try again" does where it failed; without it there is no such button.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>The page's heading as long as the value is not there; for pages whose own heading is part of what is loaded, so that none is ever without.</summary>
    [Parameter]
    public string? Title { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<T> ChildContent { get; set; }
}
