using System.Globalization;

namespace Portal.Sandbox.Wire;

/// <summary>What an operation refuses, as AWS says it: a status, an exception name (header <c>x-amzn-ErrorType</c>) and a text.</summary>
internal sealed class AwsError(int status, string type, string? message, string messageMember = "message") : Exception(message)
{
    public int Status => status;

    public string Type => type;

    /// <summary>API Gateway itself says <c>message</c>, the framework below it <c>Message</c>.</summary>
    public string MessageMember => messageMember;

    /// <summary>The name by which the query protocol knows it, where that differs: CloudWatch's <c>InvalidParameterValueException</c> is <c>InvalidParameterValue</c> there.</summary>
    public string QueryCode { get => field ?? type; init; }

    /// <summary>Further members beside the text, where a service has some.</summary>
    public IReadOnlyList<(string Name, string Value)> Members { get; init; } = [];

    /// <summary>Seconds after which another try may do; whoever refuses for pace says it.</summary>
    public int? RetryAfter { get; init; }

    public string Fault => status < 500 ? "Sender" : "Receiver";

    /// <summary>Tells clients of the newer protocols the old name, under which their exceptions are known.</summary>
    public IReadOnlyList<(string Name, string Value)> QueryHeaders => QueryCode == Type ? [] : [("x-amzn-query-error", $"{QueryCode};{Fault}")];

    public static AwsError BadRequest(string message) => new(400, "BadRequestException", message);

    public static AwsError NotFound(string message) => new(404, "NotFoundException", message);

    public static AwsError Conflict(string message) => new(409, "ConflictException", message);

    public static AwsError Serialization(string? message) => new(400, "SerializationException", message, "Message");

    public static AwsError Validation(IReadOnlyList<string> faults) => new(
        400,
        "ValidationException",
        string.Create(CultureInfo.InvariantCulture, $"{faults.Count} validation {(faults.Count is 1 ? "error" : "errors")} detected: {string.Join("; ", faults)}"),
        "Message");

    public static string NotInEnum(string? value, string at, string members) =>
        $"Value '{value}' at '{at}' failed to satisfy constraint: Member must satisfy enum value set: [{members}]";
}
