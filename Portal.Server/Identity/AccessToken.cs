using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

/// <summary>A personal access token for the HTTP API. Its value is shown once and is not kept: only its hash is.</summary>
internal sealed class AccessToken
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the value, in hex. The value has 256 random bits, so a plain hash is enough.</summary>
    public required string Hash { get; init; }

    /// <summary>The value's last four characters, so that its owner knows it again.</summary>
    public required string LastFour { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public TokenView ToView() => new()
    {
        Id = Id,
        Name = Name,
        LastFour = LastFour,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        LastUsedAt = LastUsedAt,
    };

    internal sealed class Table : IEntityTypeConfiguration<AccessToken>
    {
        public void Configure(EntityTypeBuilder<AccessToken> builder)
        {
            builder.ToTable("AccessTokens");
            builder.Property(token => token.Name).HasMaxLength(100);
            builder.Property(token => token.Hash).HasMaxLength(64);
            builder.Property(token => token.LastFour).HasMaxLength(4);
            builder.HasIndex(token => token.Hash).IsUnique();
            builder.HasOne<User>().WithMany().HasForeignKey(token => token.UserId);
        }
    }
}
