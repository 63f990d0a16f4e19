namespace Portal.Client.Shell;

/// <summary>The layout of pages that carry [ExcludeFromInteractiveRouting]: the same frame, which is plain HTML, without MudBlazor and without a circuit.</summary>
public sealed partial class StaticLayout;
