using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform;

namespace Portal.Server.Sync.Bundles;

/// <summary>Change sets that were proposed together, to be read and approved as one. Each is a run of its own, and goes its own way from then on.</summary>
internal sealed class RunBundle : IVersioned
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Who wants it: in their name the parts are proposed, as long as they may.</summary>
    public required Guid ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

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

/// <summary>A thing of a bundle, with the run that brings it to AWS, or why there is none. It is in the database before it is compared with AWS, so that no crash loses it.</summary>
internal sealed class BundleItem
{
    public required Guid BundleId { get; init; }

    /// <summary>From 0, in the order in which they are proposed.</summary>
    public required int Ordinal { get; init; }

    /// <summary>As <see cref="Gateway.Address"/> writes itself, or "Run/ID" for a change set that stood already.</summary>
    public required string Thing { get; init; }

    public required string Name { get; init; }

    public required Guid TeamId { get; init; }

    public required Guid ConnectionId { get; init; }

    /// <summary>What its change set is about, as <see cref="Gateway.Address"/> writes itself.</summary>
    public required string Subject { get; init; }

    /// <summary>The ordinals of those that must be done before it can be proposed.</summary>
    public required List<int> After { get; init; }

    public required BundleItemState State { get; set; }

    public required Guid? RunId { get; set; }

    /// <summary>Why none could be proposed, in sentences.</summary>
    public required string? Refusal { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<BundleItem>
    {
        public void Configure(EntityTypeBuilder<BundleItem> builder)
        {
            builder.ToTable("BundleItems");
            builder.HasKey(item => new { item.BundleId, item.Ordinal });
            builder.Property(item => item.Thing).HasMaxLength(200);
            builder.Property(item => item.Name).HasMaxLength(400);
            builder.Property(item => item.Subject).HasMaxLength(200);
            builder.HasIndex(item => item.RunId);
            builder.HasIndex(item => item.TeamId);
            builder.HasIndex(item => item.State);
        }
    }
}

/// <summary>What was done with a part of a bundle; how far its run is, the run says.</summary>
internal enum BundleItemState
{
    Waiting,

    Proposed,

    /// <summary>AWS had it already.</summary>
    InStep,

    Refused,

    /// <summary>A person took it out.</summary>
    LeftOut,

    /// <summary>Set aside with the bundle before it was proposed.</summary>
    Cancelled,
}
