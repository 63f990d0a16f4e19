using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>An API key, without its value: of that a keyed digest and the last four characters are kept.</summary>
internal sealed class ApiKey : IVersioned
{
    /// <summary>Longer than the calls of an issue are waited for: what still says after it that it is being issued was cut.</summary>
    public static readonly TimeSpan LongestIssue = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AnotherTry = TimeSpan.FromMinutes(1);

    public required Guid Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    public ApiKeyState State { get; private set; }

    /// <summary>The subscription while this is its current key, else null: so there is one, whoever asks at once.</summary>
    public Guid? CurrentOf { get; private set; }

    /// <summary>HMAC-SHA256 of the value under the pepper, in hex; null where there is no value yet.</summary>
    public string? Digest { get; private set; }

    public string? LastFour { get; private set; }

    /// <summary>AWS's id of it, once it is known.</summary>
    public string? AwsId { get; set; }

    /// <summary>The key that it stands beside and replaces.</summary>
    public Guid? ReplacesId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>When its time is over, as it was asked for; null does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it has worked long enough beside the one that replaces it.</summary>
    public DateTimeOffset? OverlapEndsAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who wants it revoked: from then on it is tried until API Gateway says yes.</summary>
    public Guid? RevokedBy { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>When somebody has to look after it; null is never.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>What API Gateway said when it last refused something.</summary>
    public string? Trouble { get; private set; }

    public int Version { get; set; }

    /// <summary>When it stops to work by itself.</summary>
    public DateTimeOffset? WorksUntil => OverlapEndsAt is null || ExpiresAt < OverlapEndsAt ? ExpiresAt : OverlapEndsAt;

    public bool IsEnding => RevokedBy is not null && !State.IsEnd();

    public static ApiKey Of(Subscription subscription, ApiKey? replaces, DateTimeOffset? expires, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SubscriptionId = subscription.Id,
        State = subscription.State is SubscriptionState.Approved ? ApiKeyState.Approved : ApiKeyState.Requested,
        CurrentOf = subscription.Id,
        ReplacesId = replaces?.Id,
        CreatedAt = now,
        ExpiresAt = expires,
    };

    public void Approve() => Become(ApiKeyState.Approved);

    public void BeginIssue(string digest, string lastFour, DateTimeOffset now)
    {
        Become(ApiKeyState.Issuing);
        (Digest, LastFour, DueAt) = (digest, lastFour, now + LongestIssue);
    }

    public void Issued(string awsId, DateTimeOffset now)
    {
        Become(ApiKeyState.Active);
        (AwsId, IssuedAt, DueAt) = (awsId, now, ExpiresAt);
    }

    /// <param name="looksAgain">Whether a call may still arrive at API Gateway: then it is looked for once more.</param>
    /// <param name="trouble">What API Gateway said.</param>
    /// <param name="now">The time.</param>
    public void Failed(bool looksAgain, string? trouble, DateTimeOffset now)
    {
        End(ApiKeyState.Failed, now);
        (DueAt, Trouble) = (looksAgain ? now + LongestIssue : null, Shortened(trouble));
    }

    /// <summary>Another key is to take its place.</summary>
    public void BeginRotation()
    {
        Become(ApiKeyState.Rotating);
        CurrentOf = null;
    }

    /// <summary>The other is there: both work until then.</summary>
    public void OverlapsUntil(DateTimeOffset end) => (OverlapEndsAt, DueAt) = (end, ExpiresAt < end ? ExpiresAt : end);

    /// <summary>The other could not be issued.</summary>
    public void CallOffRotation()
    {
        Become(ApiKeyState.Active);
        CurrentOf = SubscriptionId;
    }

    /// <summary>It is to be revoked: at once, where it is not in API Gateway.</summary>
    public void AskToRevoke(Guid by, string? reason, DateTimeOffset now)
    {
        (RevokedBy, Reason, DueAt) = (by, reason, now + AnotherTry);

        if (!State.Works())
        {
            End(ApiKeyState.Revoked, now);
            DueAt = null;
        }
    }

    public void End(ApiKeyState state, DateTimeOffset now)
    {
        Become(state);
        (CurrentOf, EndedAt, DueAt, Trouble) = (null, now, null, null);
    }

    /// <summary>API Gateway refused what had to be done: it is tried again.</summary>
    public void NotYet(string trouble, DateTimeOffset now) => (Trouble, DueAt) = (Shortened(trouble), now + AnotherTry);

    /// <summary>Something about it did not succeed, and nothing more is done about that.</summary>
    public void Note(string trouble) => Trouble = Shortened(trouble);

    /// <summary>Nothing is left of it in API Gateway.</summary>
    public void IsClean() => DueAt = null;

    public ApiKeyView ToView() => new()
    {
        Id = Id,
        State = State,
        LastFour = LastFour,
        IsEnding = IsEnding,
        CreatedAt = CreatedAt,
        IssuedAt = IssuedAt,
        ExpiresAt = WorksUntil,
        EndedAt = EndedAt,
        Reason = Reason,
    };

    private void Become(ApiKeyState state) =>
        State = State.MayBecome(state) ? state : throw new InvalidOperationException($"A key that is {State} does not become {state}.");

    private static string? Shortened(string? text) => text?.Length > 1000 ? text[..999] + "…" : text;

    internal sealed class Table : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> builder)
        {
            builder.ToTable("ApiKeys");
            builder.Ignore(key => key.IsEnding);
            builder.Ignore(key => key.WorksUntil);
            builder.Property(key => key.Digest).HasMaxLength(64);
            builder.Property(key => key.LastFour).HasMaxLength(4);
            builder.Property(key => key.AwsId).HasMaxLength(128);
            builder.Property(key => key.Reason).HasMaxLength(1000);
            builder.Property(key => key.Trouble).HasMaxLength(1000);
            builder.HasIndex(key => key.CurrentOf).IsUnique();
            builder.HasIndex(key => key.Digest).IsUnique();
            builder.HasIndex(key => key.LastFour);
            builder.HasIndex(key => key.DueAt);
            builder.HasIndex(key => new { key.State, key.CreatedAt });
            builder.HasIndex(key => key.CreatedAt);
            builder.HasOne<Subscription>().WithMany().HasForeignKey(key => key.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
