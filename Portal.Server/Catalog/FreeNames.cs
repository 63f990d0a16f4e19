using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;

namespace Portal.Server.Catalog;

/// <summary>Names for many entries at once, none of which is saved yet.</summary>
internal sealed class FreeNames(PortalDb db, Guid team)
{
    private const int LongestName = 190;

    private readonly HashSet<string> _addresses = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>As people call it: the name itself, or with the first number behind it that is free in the team.</summary>
    public async Task<string> OfCatalogAsync(string name, CancellationToken cancellationToken)
    {
        var line = string.Join(' ', name.Split([.. name.Where(char.IsControl).Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries));
        var wish = line.Length switch { 0 => "API", > LongestName => line[..LongestName], _ => line };

        for (var number = 1; ; number++)
        {
            var free = number is 1 ? wish : string.Create(CultureInfo.InvariantCulture, $"{wish} ({number})");

            if (!_names.Contains(free) && !await db.Set<Api>().AnyAsync(api => api.TeamId == team && api.Name == free, cancellationToken))
            {
                _names.Add(free);

                return free;
            }
        }
    }

    /// <summary>As it stands in addresses.</summary>
    public async Task<string> OfAddressAsync(string name, CancellationToken cancellationToken)
    {
        var free = await AwsName.FreeAsync(db, name, cancellationToken);

        for (var number = 2; _addresses.Contains(free) || await db.Set<Api>().AnyAsync(api => api.AwsName == free, cancellationToken); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{AwsName.Of(name)}-{number}");
        }

        _addresses.Add(free);

        return free;
    }
}
