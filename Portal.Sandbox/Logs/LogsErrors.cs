using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>CloudWatch Logs' ways of refusing; all are 400.</summary>
internal static class LogsErrors
{
    public static AwsError NoSuchGroup => new(400, "ResourceNotFoundException", "The specified log group does not exist.");

    public static AwsError NoSuchStream => new(400, "ResourceNotFoundException", "The specified log stream does not exist.");

    public static AwsError Token => Invalid("The specified nextToken is invalid.");

    public static AwsError Exists(string what) => new(400, "ResourceAlreadyExistsException", $"The specified {what} already exists");

    public static AwsError Invalid(string message) => new(400, "InvalidParameterException", message);

    public static AwsError Failed(object? value, string at, string constraint) =>
        Invalid($"1 validation error detected: Value '{value}' at '{at}' failed to satisfy constraint: {constraint}");
}
