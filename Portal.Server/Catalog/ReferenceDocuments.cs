using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Portal.Server.Catalog.Documents.Reference;
using Portal.Server.Platform;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Documents that were read for their reference. A revision never changes, so it is read once and remembered for a while, within a bound: the largest take megabytes.</summary>
internal sealed class ReferenceDocuments(ReferenceDocuments.Memory memory, PortalDb db)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(20);

    public async Task<ReferenceDocument> OfAsync(Guid revision, CancellationToken cancellationToken)
    {
        if (memory.Cache.TryGetValue(revision, out ReferenceDocument? read) && read is not null)
        {
            return read;
        }

        var row = await (
            from known in db.Set<ApiRevision>()
            where known.Id == revision
            join api in db.Set<Api>() on known.ApiId equals api.Id
            select new { known.Text, api.Protocol }).SingleAsync(cancellationToken);
        read = ReferenceDocument.Of(ApiRevision.Read(row.Text), row.Protocol is Protocol.WebSocket);

        return memory.Cache.Set(revision, read, new MemoryCacheEntryOptions { SlidingExpiration = Remembered, Size = read.Letters });
    }

    /// <summary>Of its own, because the other caches of the portal have no bound.</summary>
    internal sealed class Memory : IDisposable
    {
        /// <summary>In letters of the texts; what is read from them takes about ten times that in bytes.</summary>
        private const int Largest = 8 * 1024 * 1024;

        public MemoryCache Cache { get; } = new(new MemoryCacheOptions { SizeLimit = Largest });

        public void Dispose() => Cache.Dispose();
    }
}
