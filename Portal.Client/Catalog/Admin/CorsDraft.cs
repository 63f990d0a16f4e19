using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about a path's answer to a CORS preflight. Lists are typed with commas.</summary>
public sealed class CorsDraft
{
    public bool Enabled { get; set; }

    /// <summary>A line each.</summary>
    public string? AllowOrigins { get; set; } = "*";

    public string? AllowMethods { get; set; } = "";

    public string? AllowHeaders { get; set; } = string.Join(", ", new CorsView().AllowHeaders);

    public string? MaxAge { get; set; } = "600";

    public bool AllowCredentials { get; set; }

    public IReadOnlyList<string> Origins => (AllowOrigins ?? "").Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries);

    public static CorsDraft Of(CorsView? cors) => cors is null ? new() : new()
    {
        Enabled = cors.Enabled,
        AllowOrigins = string.Join('\n', cors.AllowOrigins),
        AllowMethods = string.Join(", ", cors.AllowMethods),
        AllowHeaders = string.Join(", ", cors.AllowHeaders),
        MaxAge = cors.MaxAge?.ToString(CultureInfo.InvariantCulture) ?? "",
        AllowCredentials = cors.AllowCredentials,
    };

    public CorsView ToView() => new()
    {
        Enabled = Enabled,
        AllowOrigins = Origins,
        AllowMethods = List(AllowMethods),
        AllowHeaders = List(AllowHeaders),
        MaxAge = string.IsNullOrWhiteSpace(MaxAge) ? null : int.TryParse(MaxAge, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : -1,
        AllowCredentials = AllowCredentials,
    };

    /// <summary>As one text, to see whether anything was typed.</summary>
    public string Text => $"{Enabled}|{AllowOrigins}|{AllowMethods}|{AllowHeaders}|{MaxAge}|{AllowCredentials}";

    private static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
