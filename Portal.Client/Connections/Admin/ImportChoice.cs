using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>What somebody wants imported of what an account holds.</summary>
internal sealed class ImportChoice
{
    /// <summary>So many APIs are imported at a time, so that a person sees how far it is.</summary>
    private const int AtATime = 5;

    /// <summary>By AWS's ids.</summary>
    public HashSet<string> Apis { get; } = [];

    /// <summary>By AWS's ids.</summary>
    public HashSet<string> Plans { get; } = [];

    /// <summary>By AWS's paths.</summary>
    public HashSet<string> Things { get; } = [];

    public bool IsEmpty => Apis.Count + Plans.Count + Things.Count is 0;

    /// <summary>REST APIs, then HTTP APIs, then WebSocket APIs.</summary>
    public static IReadOnlyList<FoundApiView> ApisOf(ImportPreview preview) => [.. preview.RestApis, .. preview.HttpApis, .. preview.WebSocketApis];

    public static bool CanBeChosen(FoundStanding standing) => standing is FoundStanding.New or FoundStanding.Changed;

    public static void Choose(HashSet<string> chosen, string id, bool isChosen) => _ = isChosen ? chosen.Add(id) : chosen.Remove(id);

    public bool HasAllNewApis(ImportPreview preview) => ApisOf(preview).Where(api => api.Standing is FoundStanding.New).All(api => Apis.Contains(api.AwsId)) && Apis.Count > 0;

    public void ChooseNewApis(ImportPreview preview, bool isChosen)
    {
        foreach (var api in ApisOf(preview).Where(api => api.Standing is FoundStanding.New))
        {
            Choose(Apis, api.AwsId, isChosen);
        }
    }

    /// <summary>All that is new, of whatever kind.</summary>
    public void ChooseNew(ImportPreview preview)
    {
        ChooseNewApis(preview, true);
        Plans.UnionWith(preview.UsagePlans.Where(plan => plan.Standing is FoundStanding.New).Select(plan => plan.AwsId));
        Things.UnionWith(preview.Things.Where(thing => thing.Standing is FoundStanding.New).Select(thing => thing.Path));
    }

    /// <summary>What is imported, request by request, with what each one does in words and how many APIs it reads.</summary>
    public IEnumerable<ImportPart> Parts(Guid connection, Guid team, ImportPreview preview)
    {
        foreach (var chunk in ApisOf(preview).Where(api => Apis.Contains(api.AwsId)).Chunk(AtATime))
        {
            yield return new($"Reading {string.Join(", ", chunk.Select(api => api.Name))}", chunk.Length, new()
            {
                ConnectionId = connection,
                TeamId = team,
                RestApis = IdsOf(chunk, preview.RestApis),
                HttpApis = IdsOf(chunk, preview.HttpApis),
                WebSocketApis = IdsOf(chunk, preview.WebSocketApis),
            });
        }

        if (Plans.Count + Things.Count > 0)
        {
            yield return new("Reading what is not an API", 1, new() { ConnectionId = connection, TeamId = team, UsagePlans = [.. Plans], Things = [.. Things] });
        }
    }

    private static List<string> IdsOf(FoundApiView[] chosen, IReadOnlyList<FoundApiView> kind) => [.. chosen.Intersect(kind).Select(api => api.AwsId)];
}

/// <param name="Words">What is done.</param>
/// <param name="Size">How much of the whole it is.</param>
/// <param name="Request">What is asked.</param>
internal sealed record ImportPart(string Words, int Size, ImportAccount Request);
