using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>An AWS account and Region, and how to enter it. Read-only until somebody switches it to writing.</summary>
internal sealed class Connection : IVersioned
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>As AWS writes it: eu-west-1.</summary>
    public required string Region { get; set; }

    /// <summary>The role to assume; null enters with the portal's own credentials.</summary>
    public required string? RoleArn { get; set; }

    /// <summary>Another endpoint than AWS's own, for emulators and private links; null is AWS.</summary>
    public required string? ServiceUrl { get; set; }

    /// <summary>The log group in which stages write down their calls, by its ARN; null has them write nothing.</summary>
    public string? AccessLogGroupArn { get; set; }

    /// <summary>The tag by which things that Terraform owns are known: "ManagedBy=terraform", or a tag's name alone; null where nobody said.</summary>
    public string? TerraformTag { get; set; }

    /// <summary>When a state of Terraform was last given or taken away.</summary>
    public DateTimeOffset? TerraformNamedAt { get; set; }

    /// <summary>When something was last imported from there.</summary>
    public DateTimeOffset? ImportedAt { get; set; }

    /// <summary>Whether it leads to the sandbox that the portal started itself; its address then changes with each start.</summary>
    public required bool IsSandbox { get; init; }

    /// <summary>Whether the portal may change anything there.</summary>
    public required bool Writable { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }

    /// <summary>The log group in use: the sandbox has one of its own.</summary>
    public string? AccessLogGroup => IsSandbox ? $"arn:aws:logs:{Region}:{SandboxHost.Account}:log-group:{SandboxHost.AccessLogGroup}" : AccessLogGroupArn;

    /// <summary>How it is entered, for the record.</summary>
    public string Way => $"{Region}, {RoleArn ?? "the portal's own credentials"}{(ServiceUrl is null ? "" : $", {ServiceUrl}")}{(AccessLogGroupArn is null ? "" : $", access logs in {AccessLogGroupArn}")}{(TerraformTag is null ? "" : $", Terraform's by {TerraformTag}")}, {(Writable ? "writing" : "read-only")}";

    /// <summary>A form says "not given" by an empty text.</summary>
    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <param name="sandbox">Where the sandbox answers now, if it runs.</param>
    public ConnectionView ToView(Uri? sandbox) => new()
    {
        Id = Id,
        Name = Name,
        Region = Region,
        RoleArn = RoleArn,
        ServiceUrl = IsSandbox ? sandbox?.ToString() : ServiceUrl,
        AccessLogGroupArn = AccessLogGroup,
        TerraformTag = TerraformTag,
        IsSandbox = IsSandbox,
        Writable = Writable,
        Version = Version,
    };

    internal sealed class Table : IEntityTypeConfiguration<Connection>
    {
        public void Configure(EntityTypeBuilder<Connection> builder)
        {
            builder.ToTable("Connections");
            builder.Property(connection => connection.Name).HasMaxLength(100);
            builder.Property(connection => connection.Region).HasMaxLength(40);
            builder.Property(connection => connection.RoleArn).HasMaxLength(300);
            builder.Property(connection => connection.ServiceUrl).HasMaxLength(300);
            builder.Property(connection => connection.AccessLogGroupArn).HasMaxLength(600);
            builder.Property(connection => connection.TerraformTag).HasMaxLength(400);
            builder.Ignore(connection => connection.AccessLogGroup);
            builder.HasIndex(connection => connection.Name).IsUnique();
        }
    }
}
