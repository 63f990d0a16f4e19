using System.Reflection;
using Microsoft.AspNetCore.Components;
using Portal.Client.Shell;

namespace Portal.Tests.Client;

/// <summary>Every page there is, found by its route, so that none can be forgotten. Ids in addresses are those of nothing.</summary>
internal static class Pages
{
    public static IReadOnlyList<string> Addresses { get; } =
    [
        .. typeof(App).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => string.Join('/', route.Template.Split('/').Select(Filled)))
            .Order(StringComparer.Ordinal),
    ];

    private static string Filled(string part) => part switch
    {
        ['{', .. var name, '}'] when name.EndsWith(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        ['{', .. var name, '}'] when name.EndsWith(":int", StringComparison.Ordinal) => "404",
        ['{', ..] => "nothing",
        _ => part,
    };
}
