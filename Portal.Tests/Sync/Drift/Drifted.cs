using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Gateway;

namespace Portal.Tests.Sync.Drift;

/// <summary>An API that was deployed, changed in two places by somebody else, and looked at.</summary>
internal static class Drifted
{
    public static async Task<World> NewAsync()
    {
        var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(3, "dev", "prod"));
        world.Gateway.Set(Api(world) with { Description = "Theirs", Methods = new(Api(world).Methods.Skip(1)) });
        await world.CheckAsync();

        return world;
    }

    public static RestApiSpec Api(World world) => (RestApiSpec)world.Gateway.State.Find(new Address(Kind.RestApi, "shop"))!;

    public static T Make<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);
}
