using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Connections;

namespace Portal.Server.Sync.Drift;

/// <summary>A thing as a run of the portal left it: what a gateway is held against when somebody asks whether it has drifted.</summary>
internal sealed class AppliedSpec
{
    public required Guid ConnectionId { get; init; }

    /// <summary>As <see cref="Gateway.Address"/> writes itself.</summary>
    public required string Address { get; init; }

    /// <summary>What it belongs to, written the same way.</summary>
    public required string Subject { get; init; }

    public required Guid TeamId { get; set; }

    /// <summary>The text of the spec.</summary>
    public required string Spec { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The run that left it so.</summary>
    public required Guid RunId { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<AppliedSpec>
    {
        public void Configure(EntityTypeBuilder<AppliedSpec> builder)
        {
            builder.ToTable("AppliedSpecs");
            builder.HasKey(applied => new { applied.ConnectionId, applied.Address });
            builder.Property(applied => applied.Address).HasMaxLength(200);
            builder.Property(applied => applied.Subject).HasMaxLength(200);
            builder.HasIndex(applied => new { applied.ConnectionId, applied.Subject });
            builder.HasOne<Connection>().WithMany().HasForeignKey(applied => applied.ConnectionId);
        }
    }
}
