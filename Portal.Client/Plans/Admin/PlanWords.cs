using System.Diagnostics;
using System.Globalization;
using Portal.Client.Ui;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>The words for usage plans, for people.</summary>
internal static class PlanWords
{
    public static string Word(this UsagePlanState state) => state switch
    {
        UsagePlanState.Draft => "Draft",
        UsagePlanState.InStep => "In step with AWS",
        UsagePlanState.Changed => "Changed since applied",
        UsagePlanState.Deleted => "Deleted",
        _ => throw new UnreachableException(),
    };

    public static Tone Tone(this UsagePlanState state) => state switch
    {
        UsagePlanState.Draft => Ui.Tone.Neutral,
        UsagePlanState.InStep => Ui.Tone.Good,
        UsagePlanState.Changed => Ui.Tone.Warning,
        UsagePlanState.Deleted => Ui.Tone.Bad,
        _ => throw new UnreachableException(),
    };

    public static string Word(this Availability availability) => availability switch
    {
        Availability.Closed => "To nobody",
        Availability.Open => "To everybody who sees its APIs",
        Availability.ByApproval => "To whoever is approved",
        _ => throw new UnreachableException(),
    };

    public static string Sentence(this Availability availability) => availability switch
    {
        Availability.Closed => "Developers do not see this plan.",
        Availability.Open => "Developers who see its APIs subscribe, and have a key at once.",
        Availability.ByApproval => "Developers who see its APIs ask for it, and wait until somebody approves.",
        _ => throw new UnreachableException(),
    };

    public static string Words(this Throttle? throttle) => throttle is null
        ? "No limit of the rate"
        : $"{Requests(throttle.RateLimit)} per second, bursts of {Number(throttle.BurstLimit)}";

    public static string Words(this MethodLimit limit) => $"{Requests(limit.RateLimit)} per second, bursts of {Number(limit.BurstLimit)}";

    public static string Words(this Quota? quota) => quota switch
    {
        null => "No quota",
        { Offset: 0 } => $"{Requests(quota.Limit)} per {Word(quota.Period)}",
        _ => $"{Requests(quota.Limit)} per {Word(quota.Period)}, offset {quota.Offset}",
    };

    /// <summary>For a cell of a table.</summary>
    public static string Short(this Throttle? throttle) => throttle is null ? "Any rate" : $"{Number(throttle.RateLimit)} per second, burst {Number(throttle.BurstLimit)}";

    /// <summary>For a cell of a table.</summary>
    public static string Short(this Quota? quota) => quota is null ? "No quota" : $"{Number(quota.Limit)} per {Word(quota.Period)}";

    /// <summary>For a cell of a table.</summary>
    public static string Short(this UsagePlanState state) => state switch
    {
        UsagePlanState.InStep => "In step",
        UsagePlanState.Changed => "Changed",
        _ => state.Word(),
    };

    public static string Word(this QuotaPeriod period) => period switch
    {
        QuotaPeriod.Day => "day",
        QuotaPeriod.Week => "week",
        QuotaPeriod.Month => "month",
        _ => throw new UnreachableException(),
    };

    private static string Requests(double number) => number is 1 ? "1 request" : $"{Number(number)} requests";

    private static string Number(double number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture);
}
