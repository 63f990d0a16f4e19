using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Gateway;
using Portal.Server.Stages;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

/// <summary>A stage in a plan, with the limits of its methods. A stage that never ran anything takes its place in plans with it when it is removed.</summary>
internal sealed class UsagePlanStage
{
    public required Guid PlanId { get; init; }

    public required Guid StageId { get; init; }

    /// <summary>The stage's; it never changes.</summary>
    public required Guid ApiId { get; init; }

    /// <summary>By route.</summary>
    public required List<MethodLimit> Methods { get; set; }

    /// <summary>As <see cref="UsagePlanSpec.Stages"/> has it.</summary>
    public string Key => UsagePlanSpec.StageKey(ApiId.ToString(), StageId.ToString());

    public PlanStageSpec ToSpec() => new()
    {
        Methods = new SortedMap<ThrottleSpec>(Methods.Select(limit => KeyValuePair.Create(limit.Route, new ThrottleSpec { RateLimit = limit.RateLimit, BurstLimit = limit.BurstLimit }))),
    };

    internal sealed class Table : IEntityTypeConfiguration<UsagePlanStage>
    {
        private static readonly ValueComparer<List<MethodLimit>> Comparer = new(
            (one, other) => one!.SequenceEqual(other!),
            limits => limits.Aggregate(0, HashCode.Combine),
            limits => limits.ToList());

        public void Configure(EntityTypeBuilder<UsagePlanStage> builder)
        {
            builder.ToTable("UsagePlanStages");
            builder.HasKey(stage => new { stage.PlanId, stage.StageId });
            builder.Ignore(stage => stage.Key);
            builder.Property(stage => stage.Methods).HasConversion(
                limits => JsonSerializer.Serialize(limits, JsonSerializerOptions.Default),
                text => JsonSerializer.Deserialize<List<MethodLimit>>(text, JsonSerializerOptions.Default)!,
                Comparer);
            builder.HasIndex(stage => stage.ApiId);
            builder.HasOne<Stage>().WithMany().HasForeignKey(stage => stage.StageId);
        }
    }
}
