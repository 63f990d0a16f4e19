using Quartz;

namespace Portal.Server.Sync.Drift;

/// <summary>Has rounds made: every minute, and at once where somebody asks.</summary>
internal sealed class DriftSchedule(ISchedulerFactory schedulers, ILogger<DriftSchedule> logger) : MinuteSchedule<DriftJob>(schedulers, DriftJob.Key, Pause, logger);
