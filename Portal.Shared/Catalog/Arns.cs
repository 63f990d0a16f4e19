using System.Text.RegularExpressions;

namespace Portal.Shared.Catalog;

/// <summary>The ARNs by which a document names what API Gateway calls, and as whom.</summary>
public static partial class Arns
{
    /// <summary>A function's, whose name may stand in a stage variable.</summary>
    public static bool IsFunction(string? arn) => arn is not null && Function().IsMatch(arn);

    /// <summary>By which API Gateway calls a function.</summary>
    public static bool IsInvocation(string? arn) => arn is not null && Invocation().IsMatch(arn);

    /// <summary>A role's, or of whoever calls.</summary>
    public static bool IsRole(string? arn) => arn is not null && Role().IsMatch(arn);

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_${}.:-]+\z")]
    private static partial Regex Function();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/2015-03-31/functions/\S+/invocations\z")]
    private static partial Regex Invocation();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::([0-9]{12}|\*):(role|user)/[A-Za-z0-9+=,.@_/*-]+\z")]
    private static partial Regex Role();
}
