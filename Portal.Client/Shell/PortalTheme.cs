using MudBlazor;

namespace Portal.Client.Shell;

/// <summary>
/// The look of the portal: neutral surfaces and one accent. It is never rendered by a page: wwwroot/theme.css is what MudBlazor makes of it
/// (a test makes it again and compares), so that pages need no inline style element.
/// </summary>
internal static class PortalTheme
{
    private const string Sans = "system-ui";

    public static MudTheme Value { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "232px", AppbarHeight = "52px" },
        Typography = Type(),
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#4a3fc4",
        Secondary = "#55555f",
        Tertiary = "#0f6e84",
        Info = "#0b5cad",
        Success = "#0b6b35",
        Warning = "#8a5300",
        Error = "#b3261e",
        Dark = "#2b2b31",
        TextPrimary = "#1a1a1f",
        TextSecondary = "#55555f",
        TextDisabled = "#73737d",
        ActionDefault = "#55555f",
        ActionDisabled = "#8b8b95",
        ActionDisabledBackground = "#ececf0",
        Background = "#f7f7f9",
        BackgroundGray = "#f0f0f3",
        Surface = "#ffffff",
        DrawerBackground = "#f7f7f9",
        DrawerText = "#3a3a42",
        DrawerIcon = "#55555f",
        AppbarBackground = "#ffffff",
        AppbarText = "#1a1a1f",
        LinesDefault = "#e3e3e8",
        LinesInputs = "#85858f",
        TableLines = "#e9e9ee",
        TableStriped = "#fafafb",
        TableHover = "#f4f4f7",
        Divider = "#e3e3e8",
        DividerLight = "#eeeef2",
        Skeleton = "#e7e7ec",
        OverlayDark = "rgba(20,20,26,0.45)",
        OverlayLight = "rgba(255,255,255,0.6)",
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#b8b0ff",
        PrimaryContrastText = "#17122e",
        Secondary = "#b9b9c3",
        SecondaryContrastText = "#17171b",
        Tertiary = "#7fd3e6",
        TertiaryContrastText = "#08262d",
        Info = "#8ec5ff",
        InfoContrastText = "#081c30",
        Success = "#6fd69a",
        SuccessContrastText = "#06240f",
        Warning = "#f0bd6a",
        WarningContrastText = "#2b1a00",
        Error = "#ff9aa2",
        ErrorContrastText = "#35060a",
        Dark = "#2c2c33",
        DarkContrastText = "#ececf1",
        TextPrimary = "#ececf1",
        TextSecondary = "#c0c0ca",
        TextDisabled = "#9a9aa5",
        ActionDefault = "#c0c0ca",
        ActionDisabled = "#7d7d88",
        ActionDisabledBackground = "#2a2a30",
        Background = "#121215",
        BackgroundGray = "#17171b",
        Surface = "#1a1a1f",
        DrawerBackground = "#121215",
        DrawerText = "#d3d3db",
        DrawerIcon = "#b0b0ba",
        AppbarBackground = "#1a1a1f",
        AppbarText = "#ececf1",
        LinesDefault = "#2c2c33",
        LinesInputs = "#7d7d88",
        TableLines = "#26262c",
        TableStriped = "#1d1d22",
        TableHover = "#222228",
        Divider = "#2c2c33",
        DividerLight = "#232329",
        Skeleton = "#2a2a30",
        OverlayDark = "rgba(0,0,0,0.6)",
        OverlayLight = "rgba(26,26,31,0.6)",
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = [Sans, "-apple-system", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"], FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        H1 = new H1Typography { FontSize = "1.5rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "-0.01em" },
        H2 = new H2Typography { FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "-0.005em" },
        H3 = new H3Typography { FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        H4 = new H4Typography { FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        H5 = new H5Typography { FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        H6 = new H6Typography { FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        Subtitle1 = new Subtitle1Typography { FontSize = "0.9375rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "normal" },
        Subtitle2 = new Subtitle2Typography { FontSize = "0.8125rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "normal" },
        Body1 = new Body1Typography { FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontSize = "0.8125rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Button = new ButtonTypography { FontSize = "0.8125rem", FontWeight = "500", LineHeight = "1.75", LetterSpacing = "normal", TextTransform = "none" },
        Caption = new CaptionTypography { FontSize = "0.75rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Overline = new OverlineTypography { FontSize = "0.6875rem", FontWeight = "600", LineHeight = "1.6", LetterSpacing = "0.04em" },
    };
}
