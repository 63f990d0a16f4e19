using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Client.Ui;

/// <summary>
/// Makes HTML of Markdown that anybody may have written: no HTML of theirs, links to web and mail addresses only and without our good name, pictures as links,
/// and headings that fit below those of the page.
/// </summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    public static string Of(string text, int level)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Tame(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail).ToList())
        {
            link.Url = Allowed(link.Url) ?? "";
            link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener");
        }

        Fit([.. document.Descendants<HeadingBlock>()], level);

        return document.ToHtml(Pipeline);
    }

    private static void Tame(LinkInline link)
    {
        // A picture would be fetched from elsewhere, which the content security policy forbids.
        link.IsImage = false;

        if (Allowed(link.GetDynamicUrl?.Invoke() ?? link.Url) is { } address)
        {
            (link.Url, link.GetDynamicUrl) = (address, null);
            link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener");
            return;
        }

        // The words stay, the link goes. What is relative was relative to another place.
        var words = new ContainerInline();
        link.ReplaceBy(words, copyChildren: true);
    }

    private static string? Allowed(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme) ? address : null;

    /// <summary>The first is at the level that is given, and none is more than one below the one before.</summary>
    private static void Fit(IReadOnlyList<HeadingBlock> headings, int level)
    {
        var highest = headings.Select(heading => heading.Level).DefaultIfEmpty(1).Min();
        var before = level - 1;

        foreach (var heading in headings)
        {
            before = Math.Min(6, Math.Min(before + 1, level + heading.Level - highest));
            heading.Level = before;
        }
    }
}
