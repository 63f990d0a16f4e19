namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>
/// What people settled in the portal for one document and the next one, fresh from its authors, cannot know: the default integration, the operations that are left out,
/// and what stands at the gateway for a security scheme. Where the next document says something itself, it counts.
/// </summary>
internal static class KeptSettings
{
    /// <summary>The edits that bring them over; none where there is nothing to keep.</summary>
    public static IReadOnlyList<DocumentEdit> Of(SourceDocument before, SourceDocument after)
    {
        var leftOut = LeftOut(before, after);

        return
        [
            .. Default(before, after),
            .. leftOut is [] ? [] : new DocumentEdit[] { new DocumentEdit.LeaveOut(leftOut) },
            .. Security(before, after),
        ];
    }

    private static IEnumerable<DocumentEdit> Default(SourceDocument before, SourceDocument after)
    {
        if (DefaultIntegration.Of(before.Root) is { } integration && !after.Root.ContainsKey(DefaultIntegration.Member))
        {
            yield return new DocumentEdit.SetDefaultIntegration(integration);
        }
    }

    private static List<RouteName> LeftOut(SourceDocument before, SourceDocument after)
    {
        var was = RouteTable.Of(before).Routes.Where(route => route.IsLeftOut).Select(route => route.Name).ToHashSet();

        return [.. Operation.AllOf(after.Root).Where(operation => was.Contains(operation.Name) && !operation.Json.ContainsKey(Route.LeaveOutMember)).Select(operation => operation.Name)];
    }

    private static IEnumerable<DocumentEdit> Security(SourceDocument before, SourceDocument after) =>
        from scheme in ApiKeySchemes.SchemesOf(before.Root, before.Version).Members
        let settled = scheme.Value.Text(ProjectionSchemes.AtGateway)
        let next = ApiKeySchemes.SchemesOf(after.Root, after.Version).Member(scheme.Key)
        where settled is not null && next is not null && !next.ContainsKey(ProjectionSchemes.AtGateway)
        where next.Text("type") == scheme.Value.Text("type")
        select new DocumentEdit.SettleSecurity(scheme.Key, settled);
}
