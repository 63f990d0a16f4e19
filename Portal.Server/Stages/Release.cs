using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform;

namespace Portal.Server.Stages;

/// <summary>What a stage ran and can run again: the revision, the deployment it became and the variables. It never changes.</summary>
internal sealed class Release
{
    public required Guid Id { get; init; }

    public required Guid StageId { get; init; }

    public required Guid RevisionId { get; init; }

    /// <summary>The id of the deployment, made from the definition; AWS keeps it as the deployment's description.</summary>
    public required string Deployment { get; init; }

    public required Dictionary<string, string> Variables { get; init; }

    /// <summary>The run that brought it there.</summary>
    public required Guid RunId { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Release>
    {
        public void Configure(EntityTypeBuilder<Release> builder)
        {
            builder.ToTable("Releases");
            builder.Property(release => release.Deployment).HasMaxLength(64);
            builder.Property(release => release.Variables).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.HasIndex(release => new { release.StageId, release.At });
            builder.HasOne<Stage>().WithMany().HasForeignKey(release => release.StageId);
        }
    }
}
