using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Where one is in a long list, and the way on: links, so that a page of a list can be kept and sent.
/// <code>&lt;Pager Label="APIs" Page="PageNumber" Size="25" Total="apis.Total" Address="page => ..." /&gt;</code>
/// </summary>
public sealed partial class Pager
{
    /// <summary>From 1.</summary>
    [Parameter, EditorRequired]
    public required int Page { get; set; }

    [Parameter, EditorRequired]
    public required int Size { get; set; }

    [Parameter, EditorRequired]
    public required int Total { get; set; }

    /// <summary>The address of a page of the list.</summary>
    [Parameter, EditorRequired]
    public required Func<int, string> Address { get; set; }

    /// <summary>What the list lists.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    private int Last => (Total + Size - 1) / Size;

    private string Words => string.Create(CultureInfo.InvariantCulture, $"{((Page - 1) * Size) + 1:N0}–{Math.Min(Page * Size, Total):N0} of {Total:N0}");
}
