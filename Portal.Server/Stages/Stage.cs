using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Stages;

/// <summary>Where an API runs: a connection and a name, with the variables that make one deployment serve here.</summary>
internal sealed class Stage : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid ApiId { get; init; }

    public required Guid ConnectionId { get; init; }

    /// <summary>As in AWS: letters, digits, underscore.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the pipeline, from 0.</summary>
    public required int Position { get; set; }

    public required Dictionary<string, string> Variables { get; set; }

    /// <summary>What AWS shows of it beside its name.</summary>
    public string? Description { get; set; }

    /// <summary>Whether it was imported.</summary>
    public bool IsImported { get; init; }

    /// <summary>Where it logs by itself (<see cref="HasOwnAccessLog"/>); null where nowhere.</summary>
    public AccessLogSpec? OwnAccessLog
    {
        get => (AccessLogDestination, AccessLogFormat) is ({ } arn, { } format) ? new AccessLogSpec { DestinationArn = arn, Format = format } : null;
        set => (AccessLogDestination, AccessLogFormat) = (value?.DestinationArn, value?.Format);
    }

    /// <summary>Whether it logs where it says itself, and not where the connection says; null where nobody has chosen: then one that was imported does.</summary>
    public bool? ChoosesAccessLog { get; set; }

    public bool HasOwnAccessLog => ChoosesAccessLog ?? IsImported;

    /// <summary>Null where the portal leaves them as they are in AWS.</summary>
    public StageSettingsSpec? Settings
    {
        get => SettingsText is null ? null : StageSettingsSpec.Parse(SettingsText);
        set => SettingsText = value?.Text;
    }

    public string? SettingsText { get; private set; }

    /// <summary>Its tags in AWS, as far as the portal sets them.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];

    public string? AccessLogDestination { get; private set; }

    public string? AccessLogFormat { get; private set; }

    /// <summary>Whether what changes it must be approved by another person than the one who proposed it.</summary>
    public bool NeedsSecondPerson { get; set; }

    /// <summary>The release that it runs, once there is one.</summary>
    public Guid? ReleaseId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Stage>
    {
        public void Configure(EntityTypeBuilder<Stage> builder)
        {
            builder.ToTable("Stages");
            builder.Property(stage => stage.Name).HasMaxLength(128);
            builder.Ignore(stage => stage.OwnAccessLog);
            builder.Ignore(stage => stage.Settings);
            builder.Property(stage => stage.SettingsText).HasColumnName("Settings");
            builder.Property(stage => stage.Tags).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.Property(stage => stage.Description).HasMaxLength(4000);
            builder.Property(stage => stage.AccessLogDestination).HasMaxLength(600);
            builder.Property(stage => stage.AccessLogFormat).HasMaxLength(3072);
            builder.Property(stage => stage.Variables).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.HasIndex(stage => new { stage.ApiId, stage.ConnectionId, stage.Name }).IsUnique();
            builder.HasOne<Api>().WithMany().HasForeignKey(stage => stage.ApiId);
            builder.HasOne<Connection>().WithMany().HasForeignKey(stage => stage.ConnectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
