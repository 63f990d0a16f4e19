using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Server.Plans;

/// <summary>What AWS was last given of a plan. A row of its own, so that the end of a run does not take the plan from under somebody who edits it.</summary>
internal sealed class AppliedUsagePlan
{
    public required Guid PlanId { get; init; }

    /// <summary>The text of the spec.</summary>
    public required string Spec { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Who approved it.</summary>
    public required Guid By { get; set; }

    public required Guid RunId { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<AppliedUsagePlan>
    {
        public void Configure(EntityTypeBuilder<AppliedUsagePlan> builder)
        {
            builder.ToTable("AppliedUsagePlans");
            builder.HasKey(applied => applied.PlanId);
            builder.HasOne<UsagePlan>().WithOne().HasForeignKey<AppliedUsagePlan>(applied => applied.PlanId);
        }
    }
}
