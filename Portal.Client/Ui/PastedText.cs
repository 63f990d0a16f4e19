using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Portal.Client.Ui;

/// <summary>Fetches what was pasted into a text area, which may have megabytes: it is not bound, and comes as a stream when it is sent.</summary>
public static class PastedText
{
    /// <returns>Its bytes in UTF-8, and their number where that is more than is taken.</returns>
    public static async Task<(byte[]? Bytes, long Length)> ReadAsync(IJSRuntime browser, ElementReference textarea, int most, CancellationToken cancellationToken)
    {
        await using var script = await browser.InvokeAsync<IJSObjectReference>("import", cancellationToken, "./_content/Portal.Client/js/text.js");
        await using var text = await script.InvokeAsync<IJSStreamReference>("textOf", cancellationToken, textarea);

        if (text.Length > most)
        {
            return (null, text.Length);
        }

        using var bytes = new MemoryStream();
        await using var stream = await text.OpenReadStreamAsync(most, cancellationToken);
        await stream.CopyToAsync(bytes, cancellationToken);

        return (bytes.ToArray(), text.Length);
    }
}
