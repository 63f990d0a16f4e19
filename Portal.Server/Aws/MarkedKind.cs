using System.Collections.Concurrent;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Things of an account and Region that bear the portal's id as their tag, or were imported by it. There are few of them: a list is one call, and finds each.</summary>
internal abstract class MarkedKind<TSpec, TLive>(KnownBook known, WriteRights rights) : IAccountKind
    where TSpec : Spec
    where TLive : class
{
    private readonly ConcurrentDictionary<string, string> _last = new();

    public abstract Kind Kind { get; }

    public abstract string Folder { get; }

    public async Task<LiveThing> ReadAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) is { } live && await ToSpecAsync(id, live, cancellationToken) is var spec
        ? new LiveThing(spec, IdOf(live), IdOf(live)) { Beside = Beside(spec) }
        : new LiveThing(null, null, _last.GetValueOrDefault(id));

    public async Task<IReadOnlyList<TaggedThing>> ListAsync(CancellationToken cancellationToken)
    {
        var things = new List<TaggedThing>();

        foreach (var live in (await AllAsync(cancellationToken)).OrderBy(IdOf, StringComparer.Ordinal))
        {
            if (await ListedOrNullAsync(live, cancellationToken) is { } spec)
            {
                things.Add(new TaggedThing(spec, PathOf(live), TagsOf(live)));
            }
        }

        return things;
    }

    public Task CreateAsync(Spec after, CancellationToken cancellationToken) => CreateAsync((TSpec)after, cancellationToken);

    public Task UpdateAsync(Spec before, Spec after, CancellationToken cancellationToken) => UpdateAsync((TSpec)before, (TSpec)after, cancellationToken);

    public Task DeleteAsync(Spec before, CancellationToken cancellationToken) => DeleteAsync((TSpec)before, cancellationToken);

    public abstract Task<List<TLive>> AllAsync(CancellationToken cancellationToken);

    public string PathOf(TLive live) => $"{Folder}/{IdOf(live)}";

    protected abstract string IdOf(TLive live);

    public abstract IReadOnlyDictionary<string, string>? TagsOf(TLive live);

    /// <param name="id">The id that the spec gets: the portal's, or AWS's of what is not the portal's.</param>
    /// <param name="live">As AWS has it.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    protected abstract Task<TSpec> ToSpecAsync(string id, TLive live, CancellationToken cancellationToken);

    /// <summary>As it is listed among all of its kind; null where it is to be left out.</summary>
    protected virtual async Task<TSpec?> ListedOrNullAsync(TLive live, CancellationToken cancellationToken) => await ToSpecAsync(IdOf(live), live, cancellationToken);

    /// <summary>What of it specs may leave unsaid, and is to be known all the same.</summary>
    protected virtual IReadOnlyList<BesideFact> Beside(TSpec spec) => [];

    protected abstract Task CreateAsync(TSpec after, CancellationToken cancellationToken);

    protected abstract Task UpdateAsync(TSpec before, TSpec after, CancellationToken cancellationToken);

    protected abstract Task DeleteAsync(TSpec before, CancellationToken cancellationToken);

    /// <summary>As it is now, to be written; null where none bears the mark. Throws where it is not the portal's to write.</summary>
    protected async Task<TLive?> OwnAsync(string operation, string id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, cancellationToken);
        rights.Demand(operation, id);

        return found;
    }

    protected async Task<TLive> OwnOrThrowAsync(string operation, string id, CancellationToken cancellationToken) =>
        await OwnAsync(operation, id, cancellationToken)
        ?? throw new GatewayRefusedException(operation, Calls.NotFound, "It does not exist in this account and Region, or lost its tag portal:id.", GatewayRefusal.Final);

    /// <summary>Two with one mark cannot come from us; of them the first by AWS's id is taken each time.</summary>
    private async Task<TLive?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = (await AllAsync(cancellationToken)).Where(live => (TagsOf(live)?.GetValueOrDefault(RestApis.Mark) ?? known.Of(PathOf(live))) == id).MinBy(IdOf, StringComparer.Ordinal);

        if (found is null)
        {
            rights.Forget(id);

            return null;
        }

        _last[id] = IdOf(found);
        rights.See(id, PathOf(found), TagsOf(found));

        return found;
    }
}
