using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

/// <summary>What tests of drift ask of a world.</summary>
internal static class WorldDrift
{
    extension(World world)
    {
        /// <summary>Checks the API "shop".</summary>
        public Task<int> CheckAsync(DriftLook look = DriftLook.Full) => world.InScopeAsync(async services =>
        {
            await services.GetRequiredService<DriftChecker>().CheckAsync(world.Connection, "RestApi/shop", look, World.Cancelled);

            return 0;
        });

        /// <summary>Checks what is due. How many that were.</summary>
        public Task<int> RoundAsync() => world.InScopeAsync(services => services.GetRequiredService<DriftRounds>().GoAsync(World.Cancelled));

        public Task<List<DriftFinding>> FindingsAsync() => world.ReadAsync(db => db.Set<DriftFinding>().OrderByDescending(finding => finding.PlaceName == "description").ThenBy(finding => finding.PlaceName).ToListAsync(World.Cancelled));
    }
}
