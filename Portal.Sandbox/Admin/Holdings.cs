using Portal.Sandbox.State;

namespace Portal.Sandbox.Admin;

/// <summary>What the sandbox holds, at a glance.</summary>
internal sealed record Holdings(IReadOnlyList<HeldRegion> Regions)
{
    public static Holdings Of(World world) => new([.. world.Regions.Select(Of).Where(region => region.RestApis.Count > 0)]);

    private static HeldRegion Of(Region region)
    {
        lock (region.Gate)
        {
            return new(region.Account, region.Name,
            [
                .. region.Apis.Values.Select(entry => new HeldApi(entry.Id, entry.Api.Name, entry.Definition.Resources.Count, entry.Deployments.Count, [.. entry.Stages.Keys])),
            ]);
        }
    }
}

internal sealed record HeldRegion(string Account, string Region, IReadOnlyList<HeldApi> RestApis);

internal sealed record HeldApi(string Id, string Name, int Resources, int Deployments, IReadOnlyList<string> Stages);
