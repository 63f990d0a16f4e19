using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Execution.Templates;

/// <summary>
/// Mapping templates: the part of Velocity 1.7 that docs/sandbox.md states. What is not part of it is refused rather than rendered wrong. A template is read once.
/// </summary>
internal static partial class Template
{
    private static readonly ConditionalWeakTable<string, Read> Known = [];

    /// <summary>The text, or null and why there is none.</summary>
    public static string? Render(string template, ITemplateSource source, out string? why)
    {
        var read = Known.GetValue(template, static text => Read.Of(text));
        why = read.Why;
        if (read.Parts is null)
        {
            return null;
        }

        try
        {
            return read.Parts switch
            {
                [] => "",
                [Part.Literal(var only)] => only,
                var parts => new Evaluation(source).Run(parts),
            };
        }
        catch (Exception exception) when (exception is TemplateException or RegexMatchTimeoutException)
        {
            why = exception.Message;
            return null;
        }
    }

    public static string? Render(string template, ITemplateSource source) => Render(template, source, out _);

    /// <summary>Gateway responses know references to <c>$context</c>, <c>$stageVariables</c> and <c>$method.request</c> only.</summary>
    public static string References(string template, Exchange exchange) => Reference().Replace(template, match => match.Groups["expression"].Value switch
    {
        ['c', ..] and var context => exchange.Context(context["context.".Length..]) ?? "",
        ['s', ..] and var variable => exchange.StageVariable(variable["stageVariables.".Length..]) ?? "",
        var mapping => Mapping.Value(exchange, mapping) ?? "",
    });

    [GeneratedRegex(@"\$!?(\{(?<expression>context(\.\w+)+|stageVariables\.\w+|method\.request\.(header|path|querystring)\.[\w-]+)\}|(?<expression>context(\.\w+)+|stageVariables\.\w+|method\.request\.(header|path|querystring)\.[\w-]+))")]
    private static partial Regex Reference();

    private sealed record Read(IReadOnlyList<Part>? Parts, string? Why)
    {
        public static Read Of(string text)
        {
            try
            {
                return new(new TemplateReader(text).Read(), null);
            }
            catch (TemplateException exception)
            {
                return new(null, exception.Message);
            }
        }
    }
}
