namespace Portal.Client.Shell;

/// <summary>Where one can go: a column at the side, and on a narrow screen a popover that the button in the bar opens.</summary>
public sealed partial class Navigation;
