using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>A place where a gateway is not as the portal left it.</summary>
internal sealed class DriftFinding : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid TeamId { get; set; }

    public required Guid ConnectionId { get; init; }

    /// <summary>The API or usage plan, as <see cref="Gateway.Address"/> writes itself.</summary>
    public required string Subject { get; init; }

    /// <summary>What people call it.</summary>
    public required string SubjectName { get; set; }

    /// <summary>The thing, written the same way.</summary>
    public required string Address { get; init; }

    /// <summary>Where in it, as a JSON pointer; empty for all of it.</summary>
    public required string Place { get; init; }

    /// <summary>One address and place are found once: their digest, because both may be long.</summary>
    public required string Key { get; init; }

    /// <summary>The place as a person says it: "GET /pets", "variable backend of stage dev".</summary>
    public required string PlaceName { get; set; }

    public required DriftSort Sort { get; set; }

    /// <summary>What was done there, in sentences.</summary>
    public required List<string> Words { get; set; }

    /// <summary>The same member by member, ours on the left.</summary>
    public required List<string> Lines { get; set; }

    /// <summary>Digest of what is there now: who ignores it ignores this, and hears of it when it changes again.</summary>
    public required string Found { get; set; }

    /// <summary>Which of the two checks saw it first.</summary>
    public required DriftLook FoundBy { get; set; }

    public required DateTimeOffset FirstSeen { get; set; }

    public required DateTimeOffset LastSeen { get; set; }

    public required FindingState State { get; set; }

    /// <summary>Who ignored or settled it; null where it settled itself.</summary>
    public Guid? StateBy { get; set; }

    public DateTimeOffset? StateAt { get; set; }

    /// <summary>Who changed it, as AWS wrote it down; null while that is not known.</summary>
    public string? Who { get; set; }

    public DateTimeOffset? WhoAt { get; set; }

    /// <summary>By which operation, or why it is not known.</summary>
    public string? WhoNote { get; set; }

    public int Version { get; set; }

    public static string KeyOf(Address address, string place) => Digest.Of($"{address}\n{place}")[..32];

    public void Settle(Guid? by, DateTimeOffset now) => (State, StateBy, StateAt) = (FindingState.Resolved, by, now);

    internal sealed class Table : IEntityTypeConfiguration<DriftFinding>
    {
        public void Configure(EntityTypeBuilder<DriftFinding> builder)
        {
            builder.ToTable("DriftFindings");
            builder.Property(finding => finding.Subject).HasMaxLength(200);
            builder.Property(finding => finding.SubjectName).HasMaxLength(300);
            builder.Property(finding => finding.Address).HasMaxLength(200);
            builder.Property(finding => finding.Place).HasMaxLength(2000);
            builder.Property(finding => finding.PlaceName).HasMaxLength(2000);
            builder.Property(finding => finding.Key).HasMaxLength(32);
            builder.Property(finding => finding.Found).HasMaxLength(64);
            builder.Property(finding => finding.Who).HasMaxLength(300);
            builder.Property(finding => finding.WhoNote).HasMaxLength(500);
            builder.HasIndex(finding => new { finding.ConnectionId, finding.Key }).IsUnique();
            builder.HasIndex(finding => new { finding.State, finding.LastSeen });
            builder.HasIndex(finding => finding.Subject);
            builder.HasOne<Connection>().WithMany().HasForeignKey(finding => finding.ConnectionId);
        }
    }
}
