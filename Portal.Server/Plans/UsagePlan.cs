using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

/// <summary>A usage plan as the portal wants it. What AWS was last given stands in <see cref="AppliedUsagePlan"/>.</summary>
internal sealed class UsagePlan : IVersioned
{
    /// <summary>Longer than a name may be: one that comes back may have to be told apart from one that took its name.</summary>
    private const int LongestName = PlanRules.LongestName + 40;

    public required Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    public required Guid ConnectionId { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    /// <summary>Requests per second; null sets no limit.</summary>
    public double? RateLimit { get; set; }

    public int? BurstLimit { get; set; }

    /// <summary>Requests in a period; null sets none.</summary>
    public int? QuotaLimit { get; set; }

    public QuotaPeriod? QuotaPeriod { get; set; }

    public int? QuotaOffset { get; set; }

    /// <summary>Whether developers may subscribe to it; AWS does not know of it.</summary>
    public Availability Availability { get; set; }

    public List<UsagePlanStage> Stages { get; init; } = [];

    /// <summary>Its tags in AWS, as far as the portal sets them.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required Guid UpdatedBy { get; set; }

    /// <summary>When it was deleted in AWS: the row stays, because that can be taken back.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public int Version { get; set; }

    public Address Address => AddressOf(Id);

    public static Address AddressOf(Guid id) => new(Kind.UsagePlan, id.ToString());

    public Throttle? Throttle => (RateLimit, BurstLimit) is ({ } rate, { } burst) ? new Throttle { RateLimit = rate, BurstLimit = burst } : null;

    public Quota? Quota => (QuotaLimit, QuotaPeriod) is ({ } limit, { } period) ? new Quota { Limit = limit, Period = period, Offset = QuotaOffset ?? 0 } : null;

    /// <summary>Takes over all of what was said, but the stages.</summary>
    public void Take(IUsagePlanTerms terms)
    {
        Name = terms.Name.Trim();
        Description = terms.Description.Trim();
        (RateLimit, BurstLimit) = (terms.Throttle?.RateLimit, terms.Throttle?.BurstLimit);
        (QuotaLimit, QuotaPeriod, QuotaOffset) = (terms.Quota?.Limit, terms.Quota?.Period, terms.Quota?.Offset);
        Tags = terms.Tags is { } tags ? new Dictionary<string, string>(tags) : Tags;
    }

    public UsagePlanState StateWith(AppliedUsagePlan? applied) => (DeletedAt, applied) switch
    {
        ({ }, _) => UsagePlanState.Deleted,
        (_, null) => UsagePlanState.Draft,
        _ => applied.Spec == ToSpec().Text ? UsagePlanState.InStep : UsagePlanState.Changed,
    };

    public UsagePlanSpec ToSpec() => new(Id.ToString())
    {
        Name = Name,
        Description = Description.Length is 0 ? null : Description,
        Throttle = Throttle is { } throttle ? new ThrottleSpec { RateLimit = throttle.RateLimit, BurstLimit = throttle.BurstLimit } : null,
        Quota = Quota is { } quota ? new QuotaSpec { Limit = quota.Limit, Period = quota.Period.ToString().ToUpperInvariant(), Offset = quota.Offset } : null,
        Stages = new SortedMap<PlanStageSpec>(Stages.Select(stage => KeyValuePair.Create(stage.Key, stage.ToSpec()))),
        Tags = SpecTags.Of(Tags),
    };

    internal sealed class Table : IEntityTypeConfiguration<UsagePlan>
    {
        public void Configure(EntityTypeBuilder<UsagePlan> builder)
        {
            builder.ToTable("UsagePlans");
            builder.Ignore(plan => plan.Address);
            builder.Ignore(plan => plan.Throttle);
            builder.Ignore(plan => plan.Quota);
            builder.Property(plan => plan.Name).HasMaxLength(LongestName);
            builder.Property(plan => plan.Tags).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.Property(plan => plan.Description).HasMaxLength(1000);
            builder.HasIndex(plan => new { plan.TeamId, plan.ConnectionId, plan.Name }).IsUnique().HasFilter("DeletedAt IS NULL");
            builder.HasIndex(plan => plan.Name);
            builder.HasMany(plan => plan.Stages).WithOne().HasForeignKey(stage => stage.PlanId);
            builder.HasOne<Connection>().WithMany().HasForeignKey(plan => plan.ConnectionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Team>().WithMany().HasForeignKey(plan => plan.TeamId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
