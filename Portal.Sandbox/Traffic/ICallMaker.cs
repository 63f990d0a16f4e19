namespace Portal.Sandbox.Traffic;

/// <summary>Makes up what happens on a stage, hour by hour.</summary>
internal interface ICallMaker
{
    /// <summary>Oldest first; none before a moment, and none after the end.</summary>
    IEnumerable<MadeCall> Hour(DateTimeOffset hour, DateTimeOffset from);
}
