using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform;

namespace Portal.Server.Sync.Bundles;

/// <summary>Change sets that were proposed together, to be read and approved as one. Each is a run of its own, and goes its own way from then on.</summary>
internal sealed class RunBundle : IVersioned
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required Guid ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>How many more were out of step.</summary>
    public required int LeftOut { get; init; }

    public List<BundleItem> Items { get; init; } = [];

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RunBundle>
    {
        public void Configure(EntityTypeBuilder<RunBundle> builder)
        {
            builder.ToTable("RunBundles");
            builder.Property(bundle => bundle.Title).HasMaxLength(300);
            builder.HasIndex(bundle => bundle.ProposedAt);
            builder.HasMany(bundle => bundle.Items).WithOne().HasForeignKey(item => item.BundleId);
        }
    }
}

/// <summary>A thing of a bundle, with the run that brings it to AWS, or why there is none.</summary>
internal sealed class BundleItem
{
    public required Guid BundleId { get; init; }

    /// <summary>From 0, in the order in which they were proposed.</summary>
    public required int Ordinal { get; init; }

    /// <summary>As <see cref="Gateway.Address"/> writes itself.</summary>
    public required string Thing { get; init; }

    public required string Name { get; init; }

    public required Guid TeamId { get; init; }

    public required Guid? RunId { get; init; }

    /// <summary>Why none could be proposed, in sentences.</summary>
    public required string? Refusal { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<BundleItem>
    {
        public void Configure(EntityTypeBuilder<BundleItem> builder)
        {
            builder.ToTable("BundleItems");
            builder.HasKey(item => new { item.BundleId, item.Ordinal });
            builder.Property(item => item.Thing).HasMaxLength(200);
            builder.Property(item => item.Name).HasMaxLength(400);
            builder.HasIndex(item => item.RunId);
            builder.HasIndex(item => item.TeamId);
        }
    }
}
