namespace Portal.Client.Ui;

/// <summary>Writes addresses of pages with their state.</summary>
internal static class Address
{
    /// <summary>Without what is null or empty: <c>Address.Of("apis", ("q", "pets"), ("team", null))</c> is apis?q=pets.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var said = new List<string>();
        foreach (var (name, value) in query)
        {
            if (value is { Length: > 0 })
            {
                said.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return said is [] ? path : $"{path}?{string.Join('&', said)}";
    }
}
