using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Waf;

/// <summary>WAF's ways of refusing; all are 400.</summary>
internal static class WafErrors
{
    public static AwsError Missing => new(400, "WAFNonexistentItemException", "AWS WAF couldn’t perform the operation because your resource doesn’t exist.");

    public static AwsError Duplicate => new(400, "WAFDuplicateItemException", "AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an existing one.");

    public static AwsError Changed => new(400, "WAFOptimisticLockException", "AWS WAF couldn’t save your changes because someone changed the resource after you started to edit it. Reapply your changes.");

    public static AwsError InUse => new(400, "WAFAssociatedItemException", "AWS WAF couldn’t delete the resource because it’s being used by another resource or it’s associated with another resource.");

    public static AwsError Arn(string field, string arn) => Invalid("The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes.", field, arn);

    public static AwsError Invalid(string reason, string field, string parameter) => new(400, "WAFInvalidParameterException", $"Error reason: {reason}, field: {field}, parameter: {parameter}")
    {
        Members = [("Field", field), ("Parameter", parameter), ("Reason", reason)],
    };
}
