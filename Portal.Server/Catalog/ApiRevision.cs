using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Reference;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>One OpenAPI document of an API, as its author wrote it. It never changes.</summary>
internal sealed class ApiRevision
{
    public const int LongestSourceName = 500;

    public const int LongestSummary = 4000;

    public required Guid Id { get; init; }

    public required Guid ApiId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required DocumentFormat Format { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256 of the text as UTF-8, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required RevisionSource Source { get; init; }

    /// <summary>The file's name or the URL, where there is one.</summary>
    public required string? SourceName { get; init; }

    /// <summary>What changed against the revision before, in words.</summary>
    public required string Summary { get; init; }

    public required int Operations { get; init; }

    /// <summary>The API's own version as the document says it, info.version; may be empty.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>Whether an operation that developers see asks for an API key.</summary>
    public bool KeyRequired { get; init; }

    public required Guid AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The document of a text that is stored, which could be read when it was stored.</summary>
    public static SourceDocument Read(string text) => SourceDocument.Read(text) switch
    {
        ReadOutcome.Read read => read.Document,
        ReadOutcome.Unreadable unreadable => throw new InvalidDataException($"A stored revision cannot be read: {unreadable.WithPlace}"),
        _ => throw new UnreachableException(),
    };

    internal sealed class Table : IEntityTypeConfiguration<ApiRevision>
    {
        public void Configure(EntityTypeBuilder<ApiRevision> builder)
        {
            builder.ToTable("ApiRevisions");
            builder.Property(revision => revision.Sha256).HasMaxLength(64);
            builder.Property(revision => revision.SourceName).HasMaxLength(LongestSourceName);
            builder.Property(revision => revision.Summary).HasMaxLength(LongestSummary);
            builder.Property(revision => revision.ApiVersion).HasMaxLength(Published.LongestVersion);
            builder.HasIndex(revision => new { revision.ApiId, revision.Number }).IsUnique();
            builder.HasOne<Api>().WithMany().HasForeignKey(revision => revision.ApiId);
        }
    }
}
