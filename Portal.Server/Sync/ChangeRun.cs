using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>A change set on its way: proposed, approved by its fingerprint, applied step by step. It is in the database before the first call, so that no crash loses it.</summary>
internal sealed class ChangeRun : IVersioned
{
    public const int LongestTitle = 300;

    public required Guid Id { get; init; }

    /// <summary>Whose it is: the team of what it changes.</summary>
    public required Guid TeamId { get; init; }

    public required Guid ConnectionId { get; init; }

    /// <summary>What it is about, as <see cref="Gateway.Address"/> writes itself: an API, a usage plan.</summary>
    public required string Subject { get; init; }

    /// <summary>The parts of it that it looks at, as <see cref="Gateway.GatewayScope"/> has them.</summary>
    public required List<string> Parts { get; init; }

    /// <summary>What people call things that the steps know by id only.</summary>
    public required Dictionary<string, string> Names { get; init; }

    /// <summary>What it is for, in words.</summary>
    public required string Title { get; init; }

    /// <summary>What whoever proposed it wants to know again when it is done; opaque to Sync.</summary>
    public required string Reference { get; init; }

    /// <summary>What must be said beside the steps: operations left out, commands that a person must run.</summary>
    public required List<string> Notes { get; init; }

    /// <summary>What it would destroy, in sentences.</summary>
    public required List<string> Brakes { get; init; }

    /// <summary>What an approver must type; null where nothing brakes.</summary>
    public required string? NameToType { get; init; }

    /// <summary>The run whose changes it takes back.</summary>
    public required Guid? Undoes { get; init; }

    public required string Fingerprint { get; init; }

    public required Urgency Urgency { get; init; }

    public required RunState State { get; set; }

    public required Guid ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public Guid? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Who wants it to end; while it runs, it ends after the step at hand.</summary>
    public Guid? CancelledBy { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How it ended, in a sentence.</summary>
    public string? Outcome { get; set; }

    public List<ChangeStep> Steps { get; init; } = [];

    public int Version { get; set; }

    public GatewayScope Scope => new(ConnectionId, Address.Parse(Subject), Parts);

    public void Approve(Guid by, DateTimeOffset now)
    {
        State = RunState.Approved;
        ApprovedBy = by;
        ApprovedAt = now;
    }

    /// <summary>Set aside by the portal, because what it shows is no longer so.</summary>
    public void Supersede(DateTimeOffset now, string why)
    {
        State = RunState.Superseded;
        EndedAt = now;
        Outcome = why;
    }

    /// <summary>Set aside by a person before it was begun.</summary>
    public void SetAside(Guid by, DateTimeOffset now)
    {
        CancelledBy ??= by;
        State = RunState.Cancelled;
        EndedAt = now;
        Outcome = "It was set aside before it was begun. Nothing was written.";
    }

    /// <param name="holds">What the gateway holds now of what it was about.</param>
    public FinishedRun ToFinished(IReadOnlyList<Spec> holds) => new(Id, Reference, ApprovedBy ?? ProposedBy) { ProposedBy = ProposedBy, State = State, Holds = holds, Undoes = Undoes };

    internal sealed class Table : IEntityTypeConfiguration<ChangeRun>
    {
        public void Configure(EntityTypeBuilder<ChangeRun> builder)
        {
            builder.ToTable("ChangeRuns");
            builder.Ignore(run => run.Scope);
            builder.Property(run => run.Subject).HasMaxLength(200);
            builder.Property(run => run.Names).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.Property(run => run.Title).HasMaxLength(LongestTitle);
            builder.Property(run => run.NameToType).HasMaxLength(300);
            builder.Property(run => run.Fingerprint).HasMaxLength(64);
            builder.Property(run => run.Outcome).HasMaxLength(2000);
            builder.HasIndex(run => run.State);
            builder.HasIndex(run => run.ProposedAt);
            builder.HasIndex(run => run.Subject);
            builder.HasMany(run => run.Steps).WithOne().HasForeignKey(step => step.RunId);
            builder.HasOne<Connection>().WithMany().HasForeignKey(run => run.ConnectionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Team>().WithMany().HasForeignKey(run => run.TeamId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
