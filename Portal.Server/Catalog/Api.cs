using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Catalog.Documents.Reference;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>An entry of the catalog. What it does is said by its revisions; this row says whose it is and how it stands.</summary>
internal sealed class Api : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid TeamId { get; set; }

    public required string Name { get; set; }

    /// <summary>Its fixed name in AWS, and in addresses of the portal: ASCII, unique in the portal, because CloudWatch knows REST APIs by name only.</summary>
    public required string AwsName { get; init; }

    /// <summary>The name that it had in AWS when it was imported from there, and keeps; null where the portal made it under <see cref="AwsName"/>.</summary>
    public string? NameInAws { get; init; }

    public required string Description { get; set; }

    public required Protocol Protocol { get; init; }

    public required EndpointType EndpointType { get; init; }

    public required ApiStatus Status { get; set; }

    /// <summary>Who sees it once it is published.</summary>
    public Audience Audience { get; set; }

    /// <summary>Words by which developers find it. In one column, a line each, because they are searched with the name.</summary>
    public IReadOnlyList<string> Tags
    {
        get => TagLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        set => TagLines = string.Join('\n', value.Select(tag => tag.Trim()).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    public string TagLines { get; private set; } = "";

    /// <summary>Its tags in AWS, as far as the portal sets them: not words for developers.</summary>
    public Dictionary<string, string> AwsTags { get; set; } = [];

    /// <summary>The number of its latest revision, from 1.</summary>
    public required int LatestRevision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; }

    /// <summary>What it is in a gateway.</summary>
    public Address Address => new(KindOf(Protocol), Id.ToString());

    public static Kind KindOf(Protocol protocol) => protocol switch
    {
        Protocol.Rest => Kind.RestApi,
        Protocol.Http => Kind.HttpApi,
        Protocol.WebSocket => Kind.WebSocketApi,
        _ => throw new UnreachableException(),
    };

    /// <summary>What of a document reaches API Gateway for this API.</summary>
    public Projection Project(SourceDocument document)
    {
        var settings = new ProjectionSettings
        {
            ApiId = Id.ToString(),
            AwsName = NameInAws ?? AwsName,
            EndpointType = EndpointType.ToString().ToUpperInvariant(),
        };

        return Protocol switch
        {
            Protocol.Rest => GatewayDocument.Project(document, settings),
            Protocol.Http => HttpApiDocument.Project(document, settings),
            Protocol.WebSocket => WebSocketDocument.Project(document, settings),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Makes the next revision of a document.</summary>
    public ApiRevision Revise(IncomingDocument incoming, string summary, CurrentUser author, DateTimeOffset now)
    {
        LatestRevision++;
        UpdatedAt = now;

        return new ApiRevision
        {
            Id = Guid.CreateVersion7(),
            ApiId = Id,
            Number = LatestRevision,
            Format = incoming.Document.Format,
            Text = incoming.Document.Text,
            Sha256 = Digest.Of(incoming.Document.Text),
            Source = incoming.Source,
            SourceName = incoming.Name,
            Summary = summary.Length <= ApiRevision.LongestSummary ? summary : summary[..(ApiRevision.LongestSummary - 1)] + "…",
            Operations = RouteTable.Of(incoming.Document).Routes.Count,
            ApiVersion = Published.VersionOf(incoming.Document),
            KeyRequired = Published.OperationsOf(incoming.Document.Root, incoming.Document.Version).Any(operation => operation.KeyRequired),
            AuthorId = author.Id,
            CreatedAt = now,
        };
    }

    internal sealed class Table : IEntityTypeConfiguration<Api>
    {
        public void Configure(EntityTypeBuilder<Api> builder)
        {
            builder.ToTable("Apis");
            builder.Property(api => api.Name).HasMaxLength(200);
            builder.Property(api => api.AwsName).HasMaxLength(100);
            builder.Property(api => api.NameInAws).HasMaxLength(1024);
            builder.Property(api => api.Description).HasMaxLength(2000);
            builder.Property(api => api.TagLines).HasColumnName("Tags").HasMaxLength(500);
            builder.Ignore(api => api.Tags);
            builder.Ignore(api => api.Address);
            builder.Property(api => api.AwsTags).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.HasIndex(api => new { api.Status, api.Audience });
            builder.HasIndex(api => api.AwsName).IsUnique();
            // The search reads nothing else of those that it does not find.
            builder.HasIndex(api => api.Name).IncludeProperties(api => api.Description);
            builder.HasIndex(api => api.UpdatedAt);
            builder.HasOne<Team>().WithMany().HasForeignKey(api => api.TeamId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
