using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells who may call a private name, and through which VPC endpoints.</summary>
internal static class PrivateNameWords
{
    public static IEnumerable<string> Of(DomainNameSpec? was, DomainNameSpec domain)
    {
        if (was?.Policy != domain.Policy || (was is null && domain.IsPrivate))
        {
            yield return (was?.Policy, domain.Policy) switch
            {
                (_, null) => $"No policy allows calls of {domain.Name}: nobody may call it.",
                (null, _) => $"A policy says who may call {domain.Name}.",
                _ => $"Changes the policy that says who may call {domain.Name}.",
            };
        }

        if (domain.VpcEndpoints is not { } after)
        {
            yield break;
        }

        var before = was?.VpcEndpoints ?? SortedMap<string>.Empty;

        foreach (var endpoint in after.Keys.Except(before.Keys))
        {
            yield return $"Lets the VPC endpoint {endpoint} in to {domain.Name}.";
        }

        foreach (var endpoint in before.Keys.Except(after.Keys))
        {
            yield return $"Keeps the VPC endpoint {endpoint} out of {domain.Name}: calls through it fail from then on.";
        }
    }
}
