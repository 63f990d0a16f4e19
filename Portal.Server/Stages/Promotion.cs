using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>A release that moved on to the next stage of its pipeline, or was to: who wanted it, who approved it, and what became of it.</summary>
internal sealed class Promotion
{
    public required Guid Id { get; init; }

    public required Guid FromStageId { get; init; }

    /// <summary>The release as it ran there.</summary>
    public required Guid ReleaseId { get; init; }

    public required Guid RevisionId { get; init; }

    public required Guid ToStageId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Guid By { get; init; }

    public required Guid ApprovedBy { get; set; }

    /// <summary>When it ended, the last time.</summary>
    public required DateTimeOffset At { get; set; }

    public required PromotionOutcome Outcome { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Promotion>
    {
        public void Configure(EntityTypeBuilder<Promotion> builder)
        {
            builder.ToTable("Promotions");
            builder.HasIndex(promotion => promotion.RunId).IsUnique();
            builder.HasIndex(promotion => new { promotion.ToStageId, promotion.At });
            builder.HasOne<Stage>().WithMany().HasForeignKey(promotion => promotion.ToStageId);
        }
    }
}
