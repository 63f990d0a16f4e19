using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>One change of a run, with the thing's text before and after: enough to do it, to see whether it is done, and to undo it.</summary>
internal sealed class ChangeStep
{
    public required Guid RunId { get; init; }

    /// <summary>From 0, in the order of doing.</summary>
    public required int Ordinal { get; init; }

    public required StepAction Action { get; init; }

    /// <summary>As <see cref="Gateway.Address"/> writes itself.</summary>
    public required string Address { get; init; }

    public required string? Before { get; init; }

    public required string? After { get; init; }

    /// <summary>The change in sentences, the first for the whole; kept, because they are what was approved.</summary>
    public required List<string> Words { get; init; }

    /// <summary>What differs, member by member, with long values shortened.</summary>
    public required List<string> Lines { get; init; }

    /// <summary>The operations that it needs and that AWS takes only so often.</summary>
    public required List<string> Calls { get; init; }

    public required StepState State { get; set; }

    /// <summary>What sort of no it was, where AWS refused.</summary>
    public GatewayRefusal? Refusal { get; set; }

    /// <summary>AWS's code, where it refused.</summary>
    public string? Code { get; set; }

    /// <summary>AWS's own text, where it refused, or what was found instead.</summary>
    public string? Message { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public static ChangeStep Of(Change change, ChangeRun run, int ordinal) => new()
    {
        RunId = run.Id,
        Ordinal = ordinal,
        Action = change.Action,
        Address = change.Address.ToString(),
        Before = change.Was?.Text,
        After = change.Becomes?.Text,
        Words = [.. ChangeWords.Of(change, run.Names)],
        Lines = [.. change.Lines.Select(line => line.ToString())],
        Calls = [.. AwsPace.CallsOf(change)],
        State = StepState.Pending,
    };

    internal sealed class Table : IEntityTypeConfiguration<ChangeStep>
    {
        public void Configure(EntityTypeBuilder<ChangeStep> builder)
        {
            builder.ToTable("ChangeSteps");
            builder.HasKey(step => new { step.RunId, step.Ordinal });
            builder.Property(step => step.Address).HasMaxLength(200);
            builder.Property(step => step.Code).HasMaxLength(100);
            builder.Property(step => step.Message).HasMaxLength(4000);
        }
    }
}
