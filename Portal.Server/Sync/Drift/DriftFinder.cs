using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>
/// Holds a gateway against what the portal last left there. Three things are told apart: what was applied, what the working definition says now, and which deployment each stage serves.
/// It calls nobody and remembers nothing.
/// </summary>
internal static class DriftFinder
{
    /// <param name="applied">What finished runs left, of one subject.</param>
    /// <param name="look">What is there.</param>
    /// <param name="names">What people call things that specs know by id only.</param>
    public static IReadOnlyList<FoundDrift> Compare(GatewayState applied, GatewayLook look, IReadOnlyDictionary<string, string> names)
    {
        // What belongs to an API goes with it: one sentence says it.
        if (applied.Specs.FirstOrDefault(spec => spec.Address == spec.Subject) is { } subject && look.State.Find(subject.Address) is null)
        {
            // That an API is gone is found with the API, not once more with what was said of it.
            return subject is DocumentationSpec ? [] : [Missing(subject, look, names)];
        }

        return
        [
            .. from spec in applied.Specs
               orderby spec.Address.Kind, spec.Address.Id
               from found in look.State.Find(spec.Address)?.AsFarAs(spec) is { } live ? Differing(spec, live, names, ServesAsApplied(applied, look.State)) : [Missing(spec, look, names)]
               select found,
            .. look.Beside.Where(fact => !IsKept(fact, applied)).Select(fact => Beside(fact, applied)),
        ];
    }

    private static bool IsKept(BesideFact fact, GatewayState applied) =>
        (fact.IsSetting && applied.Find(fact.Address) is StageSpec { Settings: not null })
        || (fact.Name is BesideFact.RoutingRules && applied.Find(fact.Address) is DomainNameSpec { RoutingRules: not null });

    private static IEnumerable<FoundDrift> Differing(Spec ours, Spec live, IReadOnlyDictionary<string, string> names, bool servesAsApplied) =>
        ours.Text == live.Text ? [] :
        from line in Difference.Between(ours, live)
        group line by Places.Of(line) into place
        let words = WordsOf(ours, Places.Take(live, ours, [place.Key]), names)
        select new FoundDrift
        {
            Address = ours.Address,
            Place = place.Key,
            PlaceName = Places.NameOf(live, place.Key, names),
            Sort = SortOf(place.Key, [.. place]),
            Words = [.. words, .. Unserved(ours, live, place.Key, servesAsApplied)],
            Lines = [.. place.Select(line => line.ToString())],
            Found = Digest.Of(string.Join('\n', place.Select(line => $"{line.Pointer} {line.After}"))),
        };

    /// <summary>What was changed where it is worked on, and nobody sees yet.</summary>
    private static IEnumerable<string> Unserved(Spec ours, Spec live, string place, bool servesAsApplied) => (ours, live, Places.PathOf(place)) switch
    {
        (DefinitionSpec, _, _) when servesAsApplied && IsDeployed(place) => ["No stage serves it yet: the next deployment in AWS would."],
        (DocumentationSpec known, DocumentationSpec now, ["parts", ..]) when known.Versions.SequenceEqual(now.Versions) => ["No version holds it yet: the next one that is made in AWS would, and stages show versions."],
        _ => [],
    };

    /// <summary>The sentences of a change set, without the one for the whole where others say more.</summary>
    private static IReadOnlyList<string> WordsOf(Spec ours, Spec theirs, IReadOnlyDictionary<string, string> names) =>
        ChangeWords.Of(new Change.Update(ours, theirs), names) is [_, _, ..] words ? [.. words.Skip(1)] : ChangeWords.Of(new Change.Update(ours, theirs), names);

    private static FoundDrift Missing(Spec spec, GatewayLook look, IReadOnlyDictionary<string, string> names) => new()
    {
        Address = spec.Address,
        Place = Places.Whole,
        PlaceName = spec is ApiKeySpec ? Places.NameOf(spec, Places.Whole, names) : spec.Label,
        Sort = DriftSort.Missing,
        Words = [spec switch
        {
            DefinitionSpec api => $"The API {api.NameInAws} is not there any more, or has lost its tag portal:id.",
            StageSpec stage => $"The stage {stage.Name} is not there any more, or has lost its tag portal:id.",
            DeploymentSpec deployment => $"The deployment {deployment.Id} is not there any more, or its description was changed: no stage can be rolled back to it.",
            ApiKeySpec key => $"The API key {key.Name} is not there any more: calls with it are refused. It cannot be brought back, because nobody keeps its value: take over that it is gone, and have its owner get another.",
            UsagePlanSpec plan => $"The usage plan {plan.Name} is not there any more, or has lost its tag portal:id.",
            _ => $"The {spec.Label} is not there any more, or has lost its tag portal:id.",
        }],
        Lines = [],
        Found = Digest.Of(look.AwsId ?? ""),
    };

    private static FoundDrift Beside(BesideFact fact, GatewayState applied)
    {
        var of = applied.Find(fact.Address) is { } thing && !thing.Address.Kind.IsApi() ? $" of {thing.Label}" : "";

        return new FoundDrift
        {
            Address = fact.Address,
            Place = $"/beside/{PointerName.Escaped(fact.Name)}",
            PlaceName = $"{fact.Name}{of}",
            Sort = DriftSort.Beside,
            Words = [fact.Says ?? $"Sets {fact.Name}{of} to {DifferenceLine.Shortened(fact.Value)}. {(fact.IsSetting ? "The portal leaves the settings of this stage alone: have them kept on its page, change it back in AWS, or ignore it." : "The portal does not keep this setting: change it back in AWS, or ignore it.")}"],
            Lines = [$"{fact.Name}: (none) -> {fact.Value}"],
            Found = Digest.Of(fact.Value),
        };
    }

    private static DriftSort SortOf(string place, DifferenceLine[] lines) => lines switch
    {
        [{ Before: null } only] when only.Pointer == place => DriftSort.Added,
        [{ After: null } only] when only.Pointer == place => DriftSort.Missing,
        _ => DriftSort.Changed,
    };

    private static bool ServesAsApplied(GatewayState applied, GatewayState live) => applied.Specs.OfType<StageSpec>().All(stage => live.Find(stage.Address) is StageSpec now && now.Deployment == stage.Deployment);

    /// <summary>What reaches callers only by a deployment; the rest of an API's head holds at once.</summary>
    private static bool IsDeployed(string place) => Places.PathOf(place) is ["methods" or "routes" or "messageRoutes" or "models" or "requestValidators" or "authorizers" or "cors" or "gatewayResponses" or "binaryMediaTypes" or "policy", ..];
}

/// <summary>A place that is not as it was left.</summary>
internal sealed record FoundDrift
{
    public required Address Address { get; init; }

    public required string Place { get; init; }

    public required string PlaceName { get; init; }

    public required DriftSort Sort { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Digest of what is there.</summary>
    public required string Found { get; init; }
}
