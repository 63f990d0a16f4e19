using System.Diagnostics;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal static class StepActions
{
    extension(StepAction action)
    {
        /// <summary>As a diff writes it.</summary>
        public char Sign => action switch
        {
            StepAction.Create => '+',
            StepAction.Update => '~',
            StepAction.Delete => '-',
            _ => throw new UnreachableException(),
        };
    }
}
