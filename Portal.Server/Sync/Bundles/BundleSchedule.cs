using Quartz;

namespace Portal.Server.Sync.Bundles;

/// <summary>Has change sets of bundles made: at the start, when somebody asks or a run has ended, and every minute, because what comes before a part may be set aside anywhere.</summary>
internal sealed class BundleSchedule(ISchedulerFactory schedulers, ILogger<BundleSchedule> logger) : MinuteSchedule<BundleJob>(schedulers, BundleJob.Key, TimeSpan.Zero, logger);
