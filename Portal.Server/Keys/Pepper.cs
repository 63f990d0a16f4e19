using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Server.Keys;

/// <summary>The secret under which digests of keys are made. It is made once, and stands in the database encrypted with the portal's own keys.</summary>
internal sealed class Pepper
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Encrypted { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Pepper>
    {
        public void Configure(EntityTypeBuilder<Pepper> builder)
        {
            builder.ToTable("Peppers");
            builder.Property(pepper => pepper.Id).ValueGeneratedNever();
        }
    }
}
