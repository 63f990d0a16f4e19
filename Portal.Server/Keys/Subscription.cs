using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>An app's use of a usage plan. One key at a time serves it, and a second one while the first is replaced.</summary>
internal sealed class Subscription : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid AppId { get; init; }

    public required Guid PlanId { get; init; }

    public required SubscriptionState State { get; set; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who approved or refused it; null where the plan needs no approval.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>Why it was refused or ended; the developer reads it.</summary>
    public string? Reason { get; set; }

    /// <summary>When it was refused or ended: the app may then ask again.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; set; }

    public void Decide(bool approves, Guid? by, string? reason, DateTimeOffset now)
    {
        (State, DecidedAt, DecidedBy, Reason) = (approves ? SubscriptionState.Approved : SubscriptionState.Refused, now, by, reason);
        EndedAt = approves ? null : now;
    }

    public void End(string? reason, DateTimeOffset now) => (State, Reason, EndedAt) = (SubscriptionState.Ended, reason, now);

    internal sealed class Table : IEntityTypeConfiguration<Subscription>
    {
        public void Configure(EntityTypeBuilder<Subscription> builder)
        {
            builder.ToTable("Subscriptions");
            builder.Property(subscription => subscription.Reason).HasMaxLength(1000);
            builder.HasIndex(subscription => new { subscription.AppId, subscription.PlanId }).IsUnique().HasFilter("EndedAt IS NULL");
            builder.HasIndex(subscription => new { subscription.PlanId, subscription.State });
            builder.HasIndex(subscription => new { subscription.State, subscription.RequestedAt });
            builder.HasOne<App>().WithMany().HasForeignKey(subscription => subscription.AppId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<UsagePlan>().WithMany().HasForeignKey(subscription => subscription.PlanId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
