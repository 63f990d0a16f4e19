using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Reads and writes the things of one kind that belong to an account and Region rather than to one API. Each of them is a subject of its own.</summary>
internal interface IAccountKind
{
    Kind Kind { get; }

    /// <summary>With what AWS's paths to them begin, as in "clientcertificates"; null where they can bear no tag.</summary>
    string? Folder { get; }

    Task<LiveThing> ReadAsync(string id, CancellationToken cancellationToken);

    /// <summary>All of the account and Region, whoever's they are.</summary>
    Task<IReadOnlyList<TaggedThing>> ListAsync(CancellationToken cancellationToken);

    Task CreateAsync(Spec after, CancellationToken cancellationToken);

    Task UpdateAsync(Spec before, Spec after, CancellationToken cancellationToken);

    Task DeleteAsync(Spec before, CancellationToken cancellationToken);
}

/// <param name="Spec">Null where it is not there.</param>
/// <param name="AwsId">AWS's id of it.</param>
/// <param name="LastAwsId">The one that it had, where it is gone and that is remembered.</param>
internal sealed record LiveThing(Spec? Spec, string? AwsId, string? LastAwsId)
{
    /// <summary>What stands beside it that no spec holds.</summary>
    public IReadOnlyList<BesideFact> Beside { get; init; } = [];
}

/// <param name="Spec">How it is; its id is AWS's.</param>
/// <param name="Path">AWS's path to it.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record TaggedThing(Spec Spec, string Path, IReadOnlyDictionary<string, string>? Tags);
