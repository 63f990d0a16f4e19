using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Portal.Sandbox.Wire;

/// <summary>What goes back: a status and a body, ready to be written.</summary>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Content, string ContentType = "application/json")
{
    /// <summary>The exception's name for <c>x-amzn-ErrorType</c>, when this is a refusal.</summary>
    public string? ErrorType { get; init; }

    /// <summary>Further headers, where the protocol has some of its own.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What is still to be done before there is an answer; it is done without holding the Region.</summary>
    public Func<CancellationToken, Task<Answer>>? Later { get; private init; }

    /// <summary>What CloudTrail tells of it, where that is not the content.</summary>
    public JsonObject? Recorded { get; init; }

    public static Answer Accepted { get; } = new(202, default);

    public static Answer NoContent { get; } = new(204, default);

    public static Answer Pending(Func<CancellationToken, Task<Answer>> later) => new(200, default) { Later = later };

    public static Answer Ok<T>(T value, JsonTypeInfo<T> type) => new(200, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Answer Created<T>(T value, JsonTypeInfo<T> type) => new(201, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Answer Of(AwsError error)
    {
        var body = new JsonObject { [error.MessageMember] = error.Type is "SerializationException" && error.Message is "" ? null : error.Message };
        return new(error.Status, JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.JsonObject)) { ErrorType = error.Type, Headers = error.RetryAfter is { } seconds ? [("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))] : [] };
    }
}
