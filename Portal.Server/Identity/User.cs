using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>A person with an account. The e-mail address is the name to sign in with.</summary>
internal sealed class User : IdentityUser<Guid>
{
    /// <summary>How others see them.</summary>
    public required string DisplayName { get; set; }

    public required Role Roles { get; set; }

    /// <summary>A suspended person cannot sign in, and what they have open ends.</summary>
    public bool Suspended { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<TeamMember> Teams { get; init; } = [];

    internal sealed class Table : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> builder)
        {
            builder.ToTable("Users");
            builder.HasKey(user => user.Id);
            builder.Property(user => user.DisplayName).HasMaxLength(200);
            builder.Property(user => user.Email).HasMaxLength(256);
            builder.Property(user => user.NormalizedEmail).HasMaxLength(256);
            builder.Property(user => user.UserName).HasMaxLength(256);
            builder.Property(user => user.NormalizedUserName).HasMaxLength(256);
            builder.Property(user => user.PhoneNumber).HasMaxLength(256);
            builder.Property(user => user.ConcurrencyStamp).IsConcurrencyToken().HasMaxLength(40);
            builder.HasIndex(user => user.NormalizedUserName).IsUnique();
            builder.HasIndex(user => user.NormalizedEmail).IsUnique();
            builder.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(claim => claim.UserId).IsRequired();
            builder.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(login => login.UserId).IsRequired();
            builder.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(token => token.UserId).IsRequired();
            builder.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(passkey => passkey.UserId).IsRequired();
        }
    }
}
