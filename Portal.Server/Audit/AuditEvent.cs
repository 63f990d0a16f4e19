using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Server.Audit;

/// <summary>One line of the trail: who did what to what, and when. Persons stand in it as ids, so that a name can be erased. The sealer gives it its number and seal within seconds.</summary>
internal sealed class AuditEvent
{
    /// <summary>Given by the database, rising.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The person, or empty where the portal did it by itself.</summary>
    public required Guid By { get; init; }

    /// <summary>As room.verb: "catalog.import".</summary>
    public required string Deed { get; init; }

    public required string Subject { get; init; }

    public required string? Detail { get; init; }

    /// <summary>Its place in the sealed trail, from 1 without a gap; null until it is sealed.</summary>
    public long? Number { get; private set; }

    public string? Hash { get; private set; }

    public string? Key { get; private set; }

    public string? Signature { get; private set; }

    public void Take(SealedLine seal) => (Number, Hash, Key, Signature) = (seal.Number, seal.Hash, seal.Key, seal.Signature);

    /// <summary>As it stands in the trail; for a line with a number only.</summary>
    public SealedLine ToSealed() => new()
    {
        Number = Number ?? 0,
        At = At,
        By = By,
        Deed = Deed,
        Subject = Subject,
        Detail = Detail,
        Hash = Hash ?? "",
        Key = Key ?? "",
        Signature = Signature ?? "",
    };

    internal sealed class Table : IEntityTypeConfiguration<AuditEvent>
    {
        public void Configure(EntityTypeBuilder<AuditEvent> builder)
        {
            builder.ToTable("AuditEvents");
            builder.Property(line => line.Deed).HasMaxLength(100);
            builder.Property(line => line.Subject).HasMaxLength(300);
            builder.Property(line => line.Detail).HasMaxLength(2000);
            builder.Property(line => line.Hash).HasMaxLength(64);
            builder.Property(line => line.Key).HasMaxLength(16);
            builder.Property(line => line.Signature).HasMaxLength(100);
            builder.HasIndex(line => line.At);
            builder.HasIndex(line => line.Number).IsUnique();
        }
    }
}
