using Portal.Sandbox.State;

namespace Portal.Sandbox.Admin;

/// <summary>What the sandbox holds, at a glance.</summary>
internal sealed record Holdings(IReadOnlyList<HeldRegion> Regions)
{
    public static Holdings Of(World world) => new([.. world.Regions.Select(Of).Where(region => region.RestApis.Count + region.Apis.Count > 0)]);

    private static HeldRegion Of(Region region)
    {
        lock (region.Gate)
        {
            return new(region.Account, region.Name,
            [
                .. region.Apis.Values.Select(entry => new HeldApi(entry.Id, entry.Api.Name, entry.Definition.Resources.Count, entry.Deployments.Count, [.. entry.Stages.Keys])),
            ],
            [
                .. region.ApisV2.All.Values.Select(whole => new HeldApiV2(whole.Api.ApiId, whole.Api.Name, whole.Api.ProtocolType, whole.Definition.Routes.Count, whole.Deployments.Count, [.. whole.Stages.Keys])),
            ]);
        }
    }
}

internal sealed record HeldRegion(string Account, string Region, IReadOnlyList<HeldApi> RestApis, IReadOnlyList<HeldApiV2> Apis);

internal sealed record HeldApi(string Id, string Name, int Resources, int Deployments, IReadOnlyList<string> Stages);

/// <summary>An HTTP or WebSocket API.</summary>
internal sealed record HeldApiV2(string Id, string Name, string Protocol, int Routes, int Deployments, IReadOnlyList<string> Stages);
