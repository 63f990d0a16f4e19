using FsCheck;
using FsCheck.Fluent;
using Portal.Server.Gateway;
using Portal.Server.Sync;

namespace Portal.Tests.Sync;

public sealed class DifferPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void What_is_applied_becomes_what_was_desired() => Holds((live, desired) =>
        Texts(Applied(Differ.Compare(live, desired), live)).SetEquals([.. Texts(desired), .. Texts(Deployments(live))]));

    [Fact]
    public void A_gateway_does_not_differ_from_itself() => Holds((live, _) => Differ.Compare(live, live).IsEmpty);

    [Fact]
    public void What_was_applied_differs_no_more() => Holds((live, desired) =>
        Differ.Compare(Applied(Differ.Compare(live, desired), live), desired).IsEmpty);

    [Fact]
    public void Nothing_is_made_before_what_it_needs_or_deleted_before_what_needs_it() => Holds((live, desired) =>
    {
        var changes = Differ.Compare(live, desired).Changes;
        var made = changes.TakeWhile(change => change.Becomes is not null).Select(change => change.Address.Kind).ToList();
        var deleted = changes.Skip(made.Count).ToList();

        return made.SequenceEqual(made.Order())
            && deleted.All(change => change.Becomes is null)
            && deleted.Select(change => change.Address.Kind).SequenceEqual(deleted.Select(change => change.Address.Kind).OrderDescending());
    });

    [Fact]
    public void Every_update_names_what_differs() => Holds((live, desired) =>
        Differ.Compare(live, desired).Changes.OfType<Change.Update>().All(update => update.Lines.Count > 0 && ChangeWords.Of(update, new Dictionary<string, string>()).Count > 0));

    [Fact]
    public void Another_change_set_has_another_fingerprint() => Holds((live, desired) =>
    {
        var there = Differ.Compare(live, desired);
        var back = Differ.Compare(desired, live);

        return there.IsEmpty || there.Fingerprint != back.Fingerprint;
    });

    [Fact]
    public void Both_ends_of_a_change_stand_between_them() => Holds((live, desired) =>
        Differ.Compare(live, desired).Changes.OfType<Change.Update>().All(update =>
            Difference.IsBetween(update.Before.Text, update.Before.Text, update.After.Text)
            && Difference.IsBetween(update.Before.Text, update.After.Text, update.After.Text)));

    private static void Holds(Func<GatewayState, GatewayState, bool> law) =>
        Check.One(Thorough, Prop.ForAll(AnyGateway.Pairs, pair => law(pair.One, pair.Other)));

    private static GatewayState Applied(ChangeSet changes, GatewayState live)
    {
        var specs = live.Specs.ToDictionary(spec => spec.Address);

        foreach (var change in changes.Changes)
        {
            specs.Remove(change.Address);

            if (change.Becomes is { } spec)
            {
                specs.Add(spec.Address, spec);
            }
        }

        return new GatewayState(specs.Values);
    }

    private static IEnumerable<Spec> Deployments(GatewayState state) => state.Specs.OfType<DeploymentSpec>();

    private static HashSet<string> Texts(GatewayState state) => [.. Texts(state.Specs)];

    private static IEnumerable<string> Texts(IEnumerable<Spec> specs) => specs.Select(spec => spec.Text);
}
