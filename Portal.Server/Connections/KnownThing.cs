using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Server.Connections;

/// <summary>
/// A thing in AWS that was imported: by this the portal finds it while it does not bear the portal's tag, and knows deployments, which can bear none.
/// Reading goes by it; writing never does: that needs the tag.
/// </summary>
internal sealed class KnownThing
{
    public required Guid ConnectionId { get; init; }

    /// <summary>As AWS names it: "restapis/abc", "restapis/abc/stages/prod", "restapis/abc/deployments/x1", "usageplans/def".</summary>
    public required string Path { get; init; }

    /// <summary>The portal's id; of a deployment the digest of what it holds.</summary>
    public required string PortalId { get; set; }

    /// <summary>The tool that owns it, in words; null where none does.</summary>
    public string? OwnedBy { get; set; }

    /// <summary>Whether it bears the portal's tag by now.</summary>
    public bool IsAdopted { get; set; }

    /// <summary>What a person must know of it before it is adopted, in sentences.</summary>
    public List<string> Notes { get; set; } = [];

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Whether it can bear a tag: a deployment cannot.</summary>
    public bool CanBeMarked => !Path.Contains("/deployments/", StringComparison.Ordinal);

    internal sealed class Table : IEntityTypeConfiguration<KnownThing>
    {
        public void Configure(EntityTypeBuilder<KnownThing> builder)
        {
            builder.ToTable("KnownThings");
            builder.HasKey(thing => new { thing.ConnectionId, thing.Path });
            builder.Ignore(thing => thing.CanBeMarked);
            builder.Property(thing => thing.Path).HasMaxLength(250);
            builder.Property(thing => thing.PortalId).HasMaxLength(64);
            builder.Property(thing => thing.OwnedBy).HasMaxLength(600);
            builder.HasIndex(thing => thing.PortalId);
            builder.HasOne<Connection>().WithMany().HasForeignKey(thing => thing.ConnectionId);
        }
    }
}
