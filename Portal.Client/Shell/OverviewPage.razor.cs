namespace Portal.Client.Shell;

/// <summary>Where everybody lands who works on APIs; developers are led to the catalog. What nobody may ask is not asked: a refusal would stand in the audit trail.</summary>
public sealed partial class OverviewPage;
