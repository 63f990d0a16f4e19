using System.Diagnostics;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells what changes in a name of one's own, and in what it leads to.</summary>
internal static class DomainNameWords
{
    public static IReadOnlyList<string> Of(DomainNameSpec? before, DomainNameSpec? after, IReadOnlyDictionary<string, string> names) => (before, after) switch
    {
        (null, { } domain) => [$"Makes the domain name {domain.Name} ({domain.EndpointType}, {domain.SecurityPolicy}{(domain.IpAddressType is "dualstack" ? ", dualstack" : "")}) with the certificate {domain.CertificateArn}.", .. MutualTls(null, domain.MutualTls), .. Mappings(null, domain, names)],
        ({ } domain, null) => [$"Deletes the domain name {domain.Name}{(domain.Mappings.Count is 0 ? "" : $" with its {ChangeWords.Count(domain.Mappings.Count, "mapping")}")}: calls to it fail from then on."],
        ({ } was, { } domain) => [$"Changes the domain name {domain.Name}.", .. Changes(was, domain), .. MutualTls(was.MutualTls, domain.MutualTls), .. Mappings(was, domain, names)],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Changes(DomainNameSpec was, DomainNameSpec domain)
    {
        if (was.CertificateArn != domain.CertificateArn)
        {
            yield return $"Certificate: {was.CertificateArn} -> {domain.CertificateArn}.";
        }

        if (was.SecurityPolicy != domain.SecurityPolicy)
        {
            yield return $"Security policy: {was.SecurityPolicy} -> {domain.SecurityPolicy}.";
        }

        if (was.IpAddressType != domain.IpAddressType)
        {
            yield return $"Addresses of version: {was.IpAddressType ?? "(not said)"} -> {domain.IpAddressType ?? "(not said)"}.";
        }

        if (was.RoutingMode != domain.RoutingMode)
        {
            yield return $"What decides where calls go: {Routing(was.RoutingMode)} -> {Routing(domain.RoutingMode)}.";
        }

        if (was.EndpointType != domain.EndpointType)
        {
            yield return $"Endpoint: {was.EndpointType} -> {domain.EndpointType}.";
        }
    }

    private static string Routing(string? mode) => mode switch
    {
        null => "(not said)",
        DomainNameSpec.ByMappings => "its mappings",
        "ROUTING_RULE_ONLY" => "routing rules alone",
        _ => "routing rules, and then its mappings",
    };

    private static IEnumerable<string> MutualTls(TruststoreSpec? was, TruststoreSpec? now)
    {
        if (was != now)
        {
            yield return now is null
                ? $"Clients need no certificate any more (was held against {was!.Uri})."
                : $"Clients need a certificate, which is held against {now.Uri}{(now.Version is null ? "" : $" in the version {now.Version}")}.";
        }
    }

    private static IEnumerable<string> Mappings(DomainNameSpec? was, DomainNameSpec domain, IReadOnlyDictionary<string, string> names)
    {
        var before = was?.Mappings ?? SortedMap<string>.Empty;

        foreach (var path in before.Keys.Except(domain.Mappings.Keys))
        {
            yield return $"{domain.Name}{path} leads nowhere any more (was {Stage(before[path], names)}): calls to it are refused.";
        }

        foreach (var (path, key) in domain.Mappings.Where(mapping => before.GetValueOrDefault(mapping.Key) != mapping.Value))
        {
            yield return before.TryGetValue(path, out var known)
                ? $"{domain.Name}{path} leads to {Stage(key, names)} (was {Stage(known, names)})."
                : $"{domain.Name}{path} leads to {Stage(key, names)}.";
        }
    }

    private static string Stage(string key, IReadOnlyDictionary<string, string> names) => UsagePlanSpec.ForeignOf(key) is var (api, stage)
        ? $"the stage {stage} of {api} (not the portal's)"
        : $"the stage {names.GetValueOrDefault(key, key)}";
}
