using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.Client.Catalog.Developer;

/// <summary>What one may not see is not found: by the eye, and by a status for whoever reads statuses.</summary>
internal static class ReferenceAnswers
{
    public static void OrNotFound<T>(this Answer<T> answer, NavigationManager navigation)
    {
        if (answer is Answer<T>.Refused({ Kind: RefusalKind.NotFound }))
        {
            navigation.NotFound();
        }
    }
}
