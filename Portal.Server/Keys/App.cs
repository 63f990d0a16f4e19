using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Identity;
using Portal.Server.Platform;

namespace Portal.Server.Keys;

/// <summary>What a developer's subscriptions and keys belong to. It belongs to one person.</summary>
internal sealed class App : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The row stays: its keys are told by it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<App>
    {
        public void Configure(EntityTypeBuilder<App> builder)
        {
            builder.ToTable("Apps");
            builder.Property(app => app.Name).HasMaxLength(100);
            builder.Property(app => app.Description).HasMaxLength(1000);
            builder.HasIndex(app => new { app.OwnerId, app.Name }).IsUnique().HasFilter("DeletedAt IS NULL");
            builder.HasIndex(app => app.Name);
            builder.HasOne<User>().WithMany().HasForeignKey(app => app.OwnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
