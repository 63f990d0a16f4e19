using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Compares two gateways. It calls nobody and remembers nothing, so a test needs two values and no fakes.</summary>
internal static class Differ
{
    public static ChangeSet Compare(GatewayState live, GatewayState desired)
    {
        var upserts =
            from after in desired.Specs
            orderby after.Address.Kind, after.Address.Id
            let change = UpsertOrNull(live.Find(after.Address), after)
            where change is not null
            select change;

        // Deployments are never deleted: they never change, cost nothing, and are what a stage is rolled back to.
        var deletes =
            from before in live.Specs
            where before.Address.Kind is not Kind.Deployment && desired.Find(before.Address) is null
            orderby before.Address.Kind descending, before.Address.Id
            select new Change.Delete(before);

        return new ChangeSet([.. upserts, .. deletes]);
    }

    // What is not the portal's to say is not compared.
    private static Change? UpsertOrNull(Spec? before, Spec after) => before?.AsFarAs(after) switch
    {
        null => new Change.Create(after),
        var said when said.Text == after.Text => null,
        var said => new Change.Update(said, after),
    };
}
