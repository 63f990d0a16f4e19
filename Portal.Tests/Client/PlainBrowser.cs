using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Client;

/// <summary>A browser without script: it follows links and sends forms. What it can do, a person can do with script off.</summary>
internal sealed class PlainBrowser(HttpClient http)
{
    private static readonly HtmlParser Parser = new();

    private IHtmlDocument _page = Parser.ParseDocument("");

    public string Path { get; private set; } = "/";

    public HttpResponseMessage Answer { get; private set; } = new();

    public string Text => _page.Body?.TextContent ?? "";

    public string Heading => _page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public IHtmlDocument Page => _page;

    public async Task GoAsync(string path) => await ShowAsync(await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Fills fields by their labels and sends the form that they are in, with everything else it holds.</summary>
    public async Task SendAsync(string button, params (string Label, string Value)[] fields)
    {
        var pressed = _page.QuerySelectorAll("button[type=submit]").OfType<IHtmlButtonElement>()
            .First(candidate => candidate.TextContent.Trim() == button || candidate.GetAttribute("aria-label") == button);
        var form = pressed.Form!;
        var values = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked).Select(input => (Name: input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(select => (Name: select.Name!, Value: select.Value ?? "")))
            .ToDictionary(field => field.Name, field => field.Value);

        if (pressed.Name is { Length: > 0 } deed)
        {
            values[deed] = pressed.Value;
        }

        foreach (var (label, value) in fields)
        {
            var id = form.QuerySelectorAll("label").OfType<IHtmlLabelElement>().First(candidate => candidate.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).HtmlFor;
            values[form.Elements.First(element => element.Id == id).GetAttribute("name")!] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        var action = form.GetAttribute("action") is { Length: > 0 } address ? $"/{address.TrimStart('/')}" : Path;
        await ShowAsync(await http.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }

    private async Task ShowAsync(HttpResponseMessage answer)
    {
        Answer = answer;
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        _page = Parser.ParseDocument(answer.StatusCode is HttpStatusCode.NoContent ? "" : await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
