using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Searches as one types: it speaks when the typing pauses, and only with the last word.
/// <code>&lt;SearchBox Label="Search APIs" Text="@Search" OnSearch="SearchFor" /&gt;</code>
/// </summary>
public sealed partial class SearchBox : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _leaving = new();
    private string _typed = "";
    private string _said = "";
    private int _strokes;

    /// <summary>What is searched for now, from the address for instance.</summary>
    [Parameter]
    public string? Text { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnSearch { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    // What comes back of one's own words must not overwrite what was typed since.
    protected override void OnParametersSet()
    {
        if ((Text ?? "") != _said)
        {
            _typed = _said = Text ?? "";
        }
    }

    private async Task SpeakAsync()
    {
        var stroke = ++_strokes;
        await Task.Delay(Pause, Clock, _leaving.Token);

        if (stroke == _strokes && _typed.Trim() is var words && words != _said)
        {
            _said = words;
            await OnSearch.InvokeAsync(words);
        }
    }
}
