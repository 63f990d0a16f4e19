using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Shared;

namespace Portal.Server.Platform.Mail;

/// <summary>A mail that is to be sent: which, and to whom by id. Its address and its links are found when it is sent, so that none stands here.</summary>
internal sealed class OutboxMail : IVersioned
{
    /// <summary>After each of these tries it waits longer; after the last it is given up.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    /// <summary>Whoever asked for it has long asked again, or is gone.</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromDays(2);

    public required Guid Id { get; init; }

    public required string Template { get; init; }

    public required Dictionary<string, string> Arguments { get; init; }

    public required Guid PersonId { get; init; }

    public MailState State { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it waits to be sent: since it was written, or since it was last told to try again.</summary>
    public required DateTimeOffset QueuedAt { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Why the last try failed, for an administrator.</summary>
    public string? Why { get; private set; }

    public int Version { get; set; }

    /// <summary>Taken to be sent. Should the portal be killed meanwhile, it is due again after the wait.</summary>
    public void Begin(DateTimeOffset now)
    {
        DueAt = now + Waits[Math.Min(Tries, Waits.Length - 1)];
        Tries++;
    }

    public bool IsTooOld(DateTimeOffset now) => now - QueuedAt > TooOld;

    public void End(Delivery delivery, DateTimeOffset now)
    {
        (State, Why) = delivery switch
        {
            Delivery.Done => (MailState.Sent, null),
            Delivery.Pointless => (MailState.Void, null),
            Delivery.Refused(var why, WorthRetry: true) when Tries <= Waits.Length => (MailState.Waiting, why),
            Delivery.Refused(var why, _) => (MailState.Failed, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        SentAt = State is MailState.Sent ? now : null;
    }

    public void Retry(DateTimeOffset now) => (State, Tries, Why, QueuedAt, DueAt) = (MailState.Waiting, 0, null, now, now);

    internal sealed class Table : IEntityTypeConfiguration<OutboxMail>
    {
        public void Configure(EntityTypeBuilder<OutboxMail> builder)
        {
            builder.ToTable("Mails");
            builder.HasKey(mail => mail.Id);
            builder.Property(mail => mail.Template).HasMaxLength(64);
            builder.Property(mail => mail.Arguments).HasConversion(JsonMap.Converter, JsonMap.Comparer);
            builder.Property(mail => mail.Why).HasMaxLength(1000);
            builder.HasIndex(mail => new { mail.State, mail.DueAt });
            builder.HasIndex(mail => new { mail.PersonId, mail.CreatedAt });
        }
    }
}
