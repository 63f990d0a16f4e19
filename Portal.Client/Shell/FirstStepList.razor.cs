using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.Client.Shell;

/// <summary>The way through a new portal: what was done, what comes next, and where.</summary>
public sealed partial class FirstStepList
{
    [Parameter, EditorRequired]
    public required FirstSteps Of { get; set; }

    private FirstStep? Next => Of.Steps.Where(step => !Of.Done.Contains(step)).Select(step => (FirstStep?)step).FirstOrDefault();
}
