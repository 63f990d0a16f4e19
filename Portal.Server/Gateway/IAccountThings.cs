namespace Portal.Server.Gateway;

/// <summary>
/// The boundary to what an account and Region has beside its APIs, whoever made it, with what no spec holds. It only reads.
/// A call that AWS refuses throws <see cref="GatewayRefusedException"/>.
/// </summary>
internal interface IAccountThings
{
    Task<IReadOnlyList<FoundCertificate>> CertificatesAsync(Guid connection, CancellationToken cancellationToken);

    /// <summary>
    /// Which stages show backends which certificate. Each API takes a call: of a large account a hundred are looked at, by name, after those that are left out; the first for a person
    /// who waits, the others behind everybody.
    /// </summary>
    Task<CertificateUses> CertificateUsesAsync(Guid connection, int leftOut, CancellationToken cancellationToken);

    /// <summary>Of both versions.</summary>
    Task<IReadOnlyList<FoundVpcLink>> VpcLinksAsync(Guid connection, CancellationToken cancellationToken);

    Task<IReadOnlyList<FoundDomain>> DomainsAsync(Guid connection, CancellationToken cancellationToken);

    Task<AccountSettingsSpec> SettingsAsync(Guid connection, CancellationToken cancellationToken);
}

/// <summary>What the portal has left in an account, or imported from there, and holds it against.</summary>
internal interface IAppliedSpecs
{
    Task<IReadOnlyList<Spec>> OfKindAsync(Guid connection, Kind kind, CancellationToken cancellationToken);

    /// <summary>The APIs and variables of stages that say a text as a whole value, in words: "the API Pets", "the variable vpcLink of dev of Pets".</summary>
    Task<IReadOnlyList<string>> UsersOfAsync(Guid connection, string value, CancellationToken cancellationToken);
}

/// <summary>A thing that belongs to an account and Region, as it is found, for importing.</summary>
/// <param name="Spec">How it is; its id is AWS's.</param>
/// <param name="Path">As marks name it: "clientcertificates/abc".</param>
/// <param name="Mark">The portal's id on its tag; null where it bears none.</param>
/// <param name="Owner">The tool that owns it.</param>
internal sealed record FoundThing(Spec Spec, string Path, string? Mark, Ownership? Owner);

/// <summary>A client certificate as AWS has it.</summary>
internal sealed record FoundCertificate
{
    public required FoundThing Thing { get; init; }

    public required string AwsId { get; init; }

    public required string? Description { get; init; }

    /// <summary>The public part.</summary>
    public required string Pem { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A VPC link as AWS has it.</summary>
internal sealed record FoundVpcLink
{
    public required FoundThing Thing { get; init; }

    public required string AwsId { get; init; }

    /// <summary>AVAILABLE, PENDING, FAILED, DELETING; of version 2 INACTIVE too.</summary>
    public required string Status { get; init; }

    /// <summary>AWS's own words about it.</summary>
    public required string? StatusMessage { get; init; }
}

/// <summary>A domain name as AWS has it.</summary>
internal sealed record FoundDomain
{
    public required FoundThing Thing { get; init; }

    /// <summary>AVAILABLE, UPDATING, PENDING, and more.</summary>
    public required string Status { get; init; }

    public required string? StatusMessage { get; init; }

    /// <summary>To what DNS shall point the name.</summary>
    public required string? Target { get; init; }

    /// <summary>The hosted zone of that, for an alias in Route 53.</summary>
    public required string? HostedZone { get; init; }

    /// <summary>What tells a private name from others of the same name; null of a public one.</summary>
    public required string? AwsId { get; init; }
}

/// <param name="Stages">By AWS's id of a certificate the stages that show it, as in "prod of Pets".</param>
/// <param name="Apis">How many APIs there are.</param>
/// <param name="Looked">At the stages of how many of them was looked, with those that were left out.</param>
internal sealed record CertificateUses(ILookup<string, string> Stages, int Apis, int Looked)
{
    /// <summary>Looks at the stages of all APIs, until somebody waits no more.</summary>
    public static async Task<CertificateUses> OfAllAsync(IAccountThings things, Guid connection, CancellationToken cancellationToken)
    {
        var found = new List<(string Certificate, string Stage)>();

        for (var looked = 0; ;)
        {
            var uses = await things.CertificateUsesAsync(connection, looked, cancellationToken);
            found.AddRange(uses.Stages.SelectMany(stages => stages.Select(stage => (stages.Key, stage))));

            if (uses.Looked >= uses.Apis || uses.Looked <= looked)
            {
                return uses with { Stages = found.ToLookup(use => use.Certificate, use => use.Stage) };
            }

            looked = uses.Looked;
        }
    }
}
