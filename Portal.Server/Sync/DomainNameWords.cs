using System.Diagnostics;
using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Sync;

/// <summary>Tells what changes in a name of one's own, and in what it leads to.</summary>
internal static class DomainNameWords
{
    public static IReadOnlyList<string> Of(DomainNameSpec? before, DomainNameSpec? after, IReadOnlyDictionary<string, string> names) => (before, after) switch
    {
        (null, { } domain) => [$"Makes the domain name {domain.Name} ({domain.EndpointType}, {domain.SecurityPolicy}{(domain is { IpAddressType: "dualstack", IsPrivate: false } ? ", dualstack" : "")}) with the certificate {domain.CertificateArn}.", .. MutualTls(null, domain.MutualTls), .. Decides(domain), .. RoutingRuleWords.Of(null, domain, names), .. Mappings(null, domain, names), .. PrivateNameWords.Of(null, domain)],
        ({ } domain, null) => [$"Deletes the domain name {domain.Name}{With(domain)}: calls to it fail from then on."],
        ({ } was, { } domain) => [$"Changes the domain name {domain.Name}.", .. Changes(was, domain), .. MutualTls(was.MutualTls, domain.MutualTls), .. RoutingRuleWords.Of(was, domain, names), .. Mappings(was, domain, names), .. PrivateNameWords.Of(was, domain)],
        _ => throw new UnreachableException(),
    };

    private static string With(DomainNameSpec domain) => (domain.Mappings.Count, domain.RoutingRules?.Count ?? 0) switch
    {
        (0, 0) => "",
        (var mappings, 0) => $" with its {ChangeWords.Count(mappings, "mapping")}",
        (0, var rules) => $" with its {ChangeWords.Count(rules, "routing rule")}",
        var (mappings, rules) => $" with its {ChangeWords.Count(mappings, "mapping")} and {ChangeWords.Count(rules, "routing rule")}",
    };

    private static IEnumerable<string> Decides(DomainNameSpec domain) => RoutingModes.GoesByRules(domain.RoutingMode) ? [$"What decides where calls go: {Routing(domain.RoutingMode)}."] : [];

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
        RoutingModes.ByMappings => "its mappings",
        RoutingModes.ByRules => "routing rules alone",
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

    public static string Stage(string key, IReadOnlyDictionary<string, string> names) => UsagePlanSpec.ForeignOf(key) is var (api, stage)
        ? $"the stage {stage} of {api} (not the portal's)"
        : $"the stage {names.GetValueOrDefault(key, key)}";
}
