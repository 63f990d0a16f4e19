using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Takes an OpenAPI document as a file, a text or a URL, and shows why one could not be read.</summary>
public sealed partial class DocumentForm : IDisposable
{
    /// <summary>What API Gateway takes, and so what the catalog takes.</summary>
    private const int MaxBytes = 6 * 1024 * 1024;

    private const string What = "OpenAPI 2.0, 3.0 or 3.1 as JSON or YAML, up to 6 MB.";

    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _textarea;
    private Picked? _file;
    private int? _reading;
    private string _url = "";
    private string? _sentence;
    private string? _sent;

    /// <summary>The page's address; the tabs add to it.</summary>
    [Parameter, EditorRequired]
    public required string Base { get; set; }

    /// <summary>Null, "paste" or "url".</summary>
    [Parameter]
    public string? Tab { get; set; }

    [Parameter, EditorRequired]
    public required string Verb { get; set; }

    [Parameter, EditorRequired]
    public required string Cancel { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<DocumentSource> OnSend { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>What the portal said to the document that was sent.</summary>
    [Parameter]
    public Refusal? Refused { get; set; }

    /// <summary>What else is asked for.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    private string Here => Tab is "paste" or "url" ? Tab : "";

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task ReadAsync(InputFileChangeEventArgs change)
    {
        (_file, _sentence) = (null, null);

        if (change.File.Size > MaxBytes)
        {
            _sentence = $"{change.File.Name} has {Sizes.Words(change.File.Size)}; a document has at most 6 MB. Nothing was changed.";
            return;
        }

        var bytes = new byte[change.File.Size];
        var done = 0;
        _reading = 0;
        try
        {
            await using var stream = change.File.OpenReadStream(MaxBytes, _leaving.Token);
            while (done < bytes.Length && await stream.ReadAsync(bytes.AsMemory(done), _leaving.Token) is > 0 and var read)
            {
                done += read;
                if (done * 100L / bytes.Length is var share && share != _reading)
                {
                    _reading = (int)share;
                    StateHasChanged();
                }
            }

            _file = new Picked(change.File.Name, bytes[..done]);
        }
        catch (IOException)
        {
            _sentence = $"{change.File.Name} could not be read to its end. Choose it again.";
        }

        _reading = null;
    }

    private async Task SendAsync()
    {
        _sentence = null;
        DocumentSource? source;
        switch (Here)
        {
            case "paste":
                _sent = await PastedAsync();
                source = _sent is { Length: > 0 } ? new DocumentSource { Text = _sent } : null;
                _sentence ??= source is null ? "Paste a document first." : null;
                break;
            case "url":
                _sent = null;
                source = _url.Trim() is { Length: > 0 } url ? new DocumentSource { Url = url } : null;
                _sentence = source is null ? "Say the address first." : null;
                break;
            default:
                _sent = _file is null ? null : Encoding.UTF8.GetString(_file.Bytes);
                source = _file is null ? null : new DocumentSource { File = _file.Bytes, FileName = _file.Name };
                _sentence = source is null ? "Choose a file first." : null;
                break;
        }

        if (source is not null && _sentence is null)
        {
            await OnSend.InvokeAsync(source);
        }
    }

    private async Task<string?> PastedAsync()
    {
        var (bytes, length) = await PastedText.ReadAsync(Browser, _textarea, MaxBytes, _leaving.Token);

        if (bytes is null)
        {
            _sentence = $"The text has {Sizes.Words(length)}; a document has at most 6 MB. Nothing was changed.";
            return null;
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private sealed record Picked(string Name, byte[] Bytes);
}
