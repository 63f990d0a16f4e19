using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform;

namespace Portal.Server.Identity;

/// <summary>Those who own APIs together. What belongs to a team is not found by strangers.</summary>
internal sealed class Team : IVersioned
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public int Version { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Team>
    {
        public void Configure(EntityTypeBuilder<Team> builder)
        {
            builder.ToTable("Teams");
            builder.Property(team => team.Name).HasMaxLength(100);
            builder.HasIndex(team => team.Name).IsUnique();
        }
    }
}

/// <summary>A person's place in a team.</summary>
internal sealed class TeamMember
{
    public required Guid TeamId { get; init; }

    public required Guid UserId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<TeamMember>
    {
        public void Configure(EntityTypeBuilder<TeamMember> builder)
        {
            builder.ToTable("TeamMembers");
            builder.HasKey(member => new { member.TeamId, member.UserId });
            builder.HasOne<Team>().WithMany().HasForeignKey(member => member.TeamId);
            builder.HasOne<User>().WithMany(user => user.Teams).HasForeignKey(member => member.UserId);
        }
    }
}
