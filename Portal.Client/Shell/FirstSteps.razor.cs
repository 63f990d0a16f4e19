namespace Portal.Client.Shell;

/// <summary>What to do in a portal in which nothing was ever deployed.</summary>
public sealed partial class FirstSteps;
