using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Server.Platform;

/// <summary>The one process that works on this database, with its last sign of life.</summary>
internal sealed class WorkingPortal : IVersioned
{
    /// <summary>There is one row.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>Which run of the program it is; empty when it has ended by itself.</summary>
    public required Guid Holder { get; set; }

    public required string Machine { get; set; }

    public required int ProcessId { get; set; }

    /// <summary>When the process was started: ids of processes are used again.</summary>
    public required DateTimeOffset ProcessStartedAt { get; set; }

    public required DateTimeOffset Since { get; set; }

    public required DateTimeOffset SeenAt { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it is this process: in tests several portals live in one.</summary>
    public bool IsThisProcess => Machine == Environment.MachineName && ProcessId == Environment.ProcessId && IsStarted(ProcessStartedAt, ThisProcessStartedAt);

    public static DateTimeOffset ThisProcessStartedAt { get; } = StartOf(Process.GetCurrentProcess());

    /// <summary>Whether it has ended by itself, or was a process of this machine that is no more.</summary>
    public bool HasEnded => Holder == Guid.Empty || (Machine == Environment.MachineName && !IsAlive());

    private bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);

            return IsStarted(ProcessStartedAt, StartOf(process));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It is somebody else's process, and may be the one.
            return true;
        }
    }

    private static DateTimeOffset StartOf(Process process) => new(process.StartTime.ToUniversalTime(), TimeSpan.Zero);

    private static bool IsStarted(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() < TimeSpan.FromSeconds(2);

    internal sealed class Table : IEntityTypeConfiguration<WorkingPortal>
    {
        public void Configure(EntityTypeBuilder<WorkingPortal> builder)
        {
            builder.ToTable("WorkingPortals");
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Machine).HasMaxLength(255);
            builder.Ignore(row => row.IsThisProcess);
            builder.Ignore(row => row.HasEnded);
        }
    }
}
