namespace Portal.Client.Shell;

/// <summary>Where everybody lands. What nobody may ask is not asked: a refusal would stand in the audit trail.</summary>
public sealed partial class OverviewPage;
