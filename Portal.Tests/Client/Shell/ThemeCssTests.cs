using System.Text.RegularExpressions;
using Bunit;
using MudBlazor;
using MudBlazor.Services;
using Portal.Client.Shell;

namespace Portal.Tests.Client.Shell;

/// <summary>wwwroot/theme.css is what MudBlazor makes of PortalTheme. After a change of the theme or of the package, run this with WRITE_THEME=1 to make it again.</summary>
public sealed partial class ThemeCssTests
{
    private static string Path => System.IO.Path.Combine(Repository.Root, "Portal.Client", "wwwroot", "theme.css");

    [Fact]
    public async Task The_style_sheet_is_what_the_theme_says()
    {
        var made = Css(await VariablesAsync(dark: false), await VariablesAsync(dark: true));
        if (Environment.GetEnvironmentVariable("WRITE_THEME") is "1")
        {
            await File.WriteAllTextAsync(Path, made, Xunit.TestContext.Current.CancellationToken);
        }

        Assert.Equal(made, await File.ReadAllTextAsync(Path, Xunit.TestContext.Current.CancellationToken));
    }

    private static async Task<string[]> VariablesAsync(bool dark)
    {
        await using var context = new BunitContext();
        context.Services.AddMudServices();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        var provider = context.Render<MudThemeProvider>(parameters => parameters.Add(theme => theme.Theme, PortalTheme.Value).Add(theme => theme.IsDarkMode, dark));

        return [.. Variable().Matches(provider.Markup).Select(match => match.Value)];
    }

    private static string Css(string[] light, string[] dark)
    {
        var different = dark.Except(light).ToArray();
        return $$"""
            /* Made from Shell/PortalTheme.cs by ThemeCssTests; not to be edited. Without data-theme the system decides. */
            :root {
            {{Indented(light, 2)}}
            }

            html[data-theme="dark"] {
            {{Indented(different, 2)}}
            }

            @media (prefers-color-scheme: dark) {
              html:not([data-theme]) {
            {{Indented(different, 4)}}
              }
            }

            """;
    }

    private static string Indented(string[] lines, int by) => string.Join('\n', lines.Select(line => new string(' ', by) + line));

    [GeneratedRegex("^--mud-[^;]+;", RegexOptions.Multiline)]
    private static partial Regex Variable();
}
