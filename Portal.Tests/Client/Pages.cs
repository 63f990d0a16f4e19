using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Portal.Client.Shell;

namespace Portal.Tests.Client;

/// <summary>Every page there is, found by its route, so that none can be forgotten. Ids in addresses are those of nothing.</summary>
internal static class Pages
{
    private static readonly string[] Templates = [.. typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Addresses { get; } = [.. Templates.Select(template => string.Join('/', template.Split('/').Select(Filled))).Order(StringComparer.Ordinal)];

    /// <summary>Whether an address, from the portal's root on, leads to a page.</summary>
    public static bool Has(string address)
    {
        var parts = $"/{address.Split('?', '#')[0]}".Split('/');

        return Array.Exists(Templates, template => template.Split('/') is var wanted && wanted.Length == parts.Length && wanted.Zip(parts).All(pair => Fits(pair.First, pair.Second)));
    }

    private static bool Fits(string wanted, string part) => wanted switch
    {
        ['{', .. var name, '}'] when name.EndsWith(":guid", StringComparison.Ordinal) => Guid.TryParse(part, out _),
        ['{', .. var name, '}'] when name.EndsWith(":int", StringComparison.Ordinal) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ['{', ..] => part is not "",
        _ => wanted == part,
    };

    private static string Filled(string part) => part switch
    {
        ['{', .. var name, '}'] when name.EndsWith(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        ['{', .. var name, '}'] when name.EndsWith(":int", StringComparison.Ordinal) => "404",
        ['{', ..] => "nothing",
        _ => part,
    };
}
