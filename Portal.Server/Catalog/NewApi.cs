using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Puts a new entry with its first revision into the catalog.</summary>
internal sealed class NewApi(PortalDb db, IAuditTrail audit, TimeProvider clock, ApiViews views)
{
    public async Task<Answer<ApiView>> AddAsync(Entry entry, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var api = new Api
        {
            Id = Guid.CreateVersion7(),
            TeamId = entry.TeamId,
            Name = entry.Name.Trim(),
            AwsName = await AwsName.FreeAsync(db, entry.Name, cancellationToken),
            Description = entry.Description,
            Protocol = entry.Protocol,
            EndpointType = entry.Protocol is Protocol.Rest ? entry.EndpointType : EndpointType.Regional,
            Status = ApiStatus.Draft,
            LatestRevision = 0,
            CreatedAt = now,
            UpdatedAt = now,
        };

        if (await db.Set<Api>().AnyAsync(other => other.TeamId == api.TeamId && other.Name == api.Name, cancellationToken))
        {
            return Refusals.NameTaken(api.Name);
        }

        var revision = api.Revise(entry.Document, entry.Summary, user, now);
        db.AddRange(api, revision);
        audit.Record(user, entry.Deed, api.Name, $"{api.Id}, revision 1, SHA-256 {revision.Sha256}");

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody may have taken the AWS name in this very moment; anything else is not expected.
            if (await db.Set<Api>().AsNoTracking().AnyAsync(other => other.AwsName == api.AwsName, cancellationToken))
            {
                return Platform.Refusals.ChangedMeanwhile;
            }

            throw;
        }

        return await views.OfAsync(api.Id, cancellationToken);
    }

    /// <param name="TeamId">Whose it is.</param>
    /// <param name="Name">As people call it.</param>
    /// <param name="Description">May be empty.</param>
    /// <param name="Protocol">What kind of an API it is.</param>
    /// <param name="EndpointType">How callers reach it.</param>
    /// <param name="Document">Its first revision.</param>
    /// <param name="Summary">What the first revision is, in words.</param>
    /// <param name="Deed">For the audit trail.</param>
    internal sealed record Entry(Guid TeamId, string Name, string Description, Protocol Protocol, EndpointType EndpointType, IncomingDocument Document, string Summary, string Deed);
}
