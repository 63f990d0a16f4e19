using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>CloudWatch's ways of refusing. The query protocol knows each by a shorter name.</summary>
internal static class CloudWatchErrors
{
    public static AwsError Value(string message) => new(400, "InvalidParameterValueException", message) { QueryCode = "InvalidParameterValue" };

    public static AwsError Combination(string message) => new(400, "InvalidParameterCombinationException", message) { QueryCode = "InvalidParameterCombination" };

    public static AwsError Missing(string parameter) => new(400, "MissingRequiredParameterException", $"The parameter {parameter} is required.") { QueryCode = "MissingParameter" };

    public static AwsError Validation(string message) => new(400, "ValidationError", message);

    public static AwsError NextToken => new(400, "InvalidNextToken", "Invalid nextToken");
}
