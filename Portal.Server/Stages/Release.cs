using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>What a stage ran and can run again: the revision, the deployment it became, the variables and the settings. It never changes.</summary>
internal sealed class Release
{
    public required Guid Id { get; init; }

    public required Guid StageId { get; init; }

    public required Guid RevisionId { get; init; }

    /// <summary>The id of the deployment, made from the definition; AWS keeps it as the deployment's description.</summary>
    public required string Deployment { get; init; }

    public required Dictionary<string, string> Variables { get; init; }

    /// <summary>The stage's settings; null where the portal left them alone.</summary>
    public StageSettingsSpec? Settings
    {
        get => SettingsText is null ? null : StageSettingsSpec.Parse(SettingsText);
        init => SettingsText = value?.Text;
    }

    public string? SettingsText { get; private init; }

    /// <summary>The run that brought it there.</summary>
    public required Guid RunId { get; init; }

    public required ReleaseCause Cause { get; init; }

    /// <summary>The stage from which it was promoted.</summary>
    public required Guid? FromStageId { get; init; }

    /// <summary>The release of this stage that it brought back.</summary>
    public required Guid? Restores { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsSameAs(Release other) =>
        RevisionId == other.RevisionId && Deployment == other.Deployment && JsonMap.Comparer.Equals(Variables, other.Variables)
        && (SettingsText is null || other.SettingsText is null || SettingsText == other.SettingsText);

    /// <summary>The same once more, because of a run that brought it back.</summary>
    public Release Again(ReleaseCause cause, FinishedRun run, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        StageId = StageId,
        RevisionId = RevisionId,
        Deployment = Deployment,
        Variables = new Dictionary<string, string>(Variables),
        SettingsText = SettingsText,
        RunId = run.Id,
        Cause = cause,
        FromStageId = null,
        Restores = Id,
        By = run.ApprovedBy,
        At = now,
    };

    internal sealed class Table : IEntityTypeConfiguration<Release>
    {
        public void Configure(EntityTypeBuilder<Release> builder)
        {
            builder.ToTable("Releases");
            builder.Property(release => release.Deployment).HasMaxLength(64);
            builder.Ignore(release => release.Settings);
            builder.Property(release => release.SettingsText).HasColumnName("Settings");
            builder.Property(release => release.Variables).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.HasIndex(release => new { release.StageId, release.At });
            builder.HasOne<Stage>().WithMany().HasForeignKey(release => release.StageId);
        }
    }
}
