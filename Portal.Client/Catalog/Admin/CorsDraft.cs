using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about a path's answer to a CORS preflight. Lists are typed with commas.</summary>
public sealed class CorsDraft
{
    public bool Enabled { get; set; }

    public string? Origin { get; set; } = "*";

    public string? Methods { get; set; } = "";

    public string? Headers { get; set; } = string.Join(", ", new CorsView().AllowHeaders);

    public string? MaxAge { get; set; } = "600";

    public bool AllowCredentials { get; set; }

    public static CorsDraft Of(CorsView? cors) => cors is null ? new() : new()
    {
        Enabled = cors.Enabled,
        Origin = cors.AllowOrigin,
        Methods = string.Join(", ", cors.AllowMethods),
        Headers = string.Join(", ", cors.AllowHeaders),
        MaxAge = cors.MaxAge?.ToString(CultureInfo.InvariantCulture) ?? "",
        AllowCredentials = cors.AllowCredentials,
    };

    public CorsView ToView() => new()
    {
        Enabled = Enabled,
        AllowOrigin = Origin?.Trim() ?? "",
        AllowMethods = List(Methods),
        AllowHeaders = List(Headers),
        MaxAge = string.IsNullOrWhiteSpace(MaxAge) ? null : int.TryParse(MaxAge, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : -1,
        AllowCredentials = AllowCredentials,
    };

    /// <summary>As one text, to see whether anything was typed.</summary>
    public string Text => $"{Enabled}|{Origin}|{Methods}|{Headers}|{MaxAge}|{AllowCredentials}";

    private static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
