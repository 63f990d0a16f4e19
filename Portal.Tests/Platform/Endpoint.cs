using System.Text.Json.Nodes;

namespace Portal.Tests.Platform;

/// <summary>An operation of the HTTP API's own OpenAPI document, with what can be done wrong about it.</summary>
internal sealed class Endpoint(int number, string method, string path, JsonNode operation, BodyMaker bodies)
{
    private static readonly string[] Ids = ["not-an-id", "00000000-0000-0000-0000-000000000000", "7", "%00", "%ED%A0%80", "..%2f..", new string('a', 3000)];

    private static readonly string[] Values = ["", "x", "-1", "99999999999999999999", "1e400", "%00", "%ED%A0%80", "null", "[]", "NaN", "Draft,Published", new string('9', 5000)];

    private static readonly string[] Bodies =
    [
        "", " ", "null", "[]", "{}", "0", "\"text\"", "true", "{", "[", "not json", "{\"a\":}", "{\"a\":1}{\"b\":2}", "\u0000", "\uFEFF{}", "{\"\\ud800\":1}", "{\"a\":1e999}", "{'a':1}",
        new string('[', 2000), string.Concat(Enumerable.Repeat("{\"a\":", 2000)), $"[{new string('1', 100_000)}]",
    ];

    private static readonly string[] ContentTypes = ["text/plain", "application/xml", "application/json; charset=nonsense", "application/json; charset=utf-16", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense", ""];

    /// <summary>Whether whatever is there stays as it is.</summary>
    public bool OnlyReads => method is "GET";

    /// <summary>Whether something may be gone after it.</summary>
    public bool Removes => method is "DELETE";

    public static IReadOnlyList<Endpoint> AllOf(JsonNode document) =>
    [
        .. (from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Key is "get" or "post" or "put" or "patch" or "delete"
            select (path.Key, Operation: operation)).Select((found, number) => new Endpoint(number, found.Operation.Key.ToUpperInvariant(), found.Key, found.Operation.Value!, new BodyMaker(document))),
    ];

    /// <param name="ids">Ids of things that exist, by the segment before them.</param>
    public IEnumerable<Attempt> Attempts(IReadOnlyDictionary<string, string> ids)
    {
        var good = Filled(ids);

        foreach (var id in Ids.Where(_ => path.Contains('{', StringComparison.Ordinal)))
        {
            yield return new Attempt(method, Filled(new Dictionary<string, string>(), id)) { Body = HasBody ? Attempt.Text("{}") : null };
        }

        foreach (var name in Parameters("query"))
        {
            foreach (var value in Values)
            {
                yield return new Attempt(method, $"{good}?{name}={value}") { Body = HasBody ? Attempt.Text("{}") : null };
            }

            yield return new Attempt(method, $"{good}?{name}=1&{name}=2");
        }

        yield return new Attempt(method, good + "?%00=%00&=&&&");
        yield return new Attempt(method, good);

        if (!HasBody)
        {
            yield return new Attempt(method, good) { Body = Attempt.Text("{\"unasked\":1}") };
            yield break;
        }

        foreach (var body in Bodies)
        {
            yield return new Attempt(method, good) { Body = Attempt.Text(body) };
        }

        yield return new Attempt(method, good) { Body = [0xFF, 0xFE, 0x00, 0xD8] };
        yield return new Attempt(method, good) { Body = [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D] };

        foreach (var type in ContentTypes)
        {
            yield return new Attempt(method, good) { Body = Attempt.Text("{}"), ContentType = type };

            if (!type.StartsWith("multipart", StringComparison.Ordinal) && number % 4 is not 0)
            {
                continue;
            }

            yield return new Attempt(method, good) { Body = Attempt.Text("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n{"), ContentType = type };
        }

        foreach (var body in Schema is { } schema ? bodies.Spoilt(schema, withLong: number % 6 is 0) : [])
        {
            yield return new Attempt(method, good) { Body = Attempt.Text(body) };
        }
    }

    private bool HasBody => operation["requestBody"] is not null;

    private JsonNode? Schema => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    private IEnumerable<string> Parameters(string place) =>
        (operation["parameters"] as JsonArray ?? []).Where(parameter => (string?)parameter!["in"] == place).Select(parameter => (string)parameter!["name"]!);

    private string Filled(IReadOnlyDictionary<string, string> ids, string otherwise = "1")
    {
        var segments = path.Split('/');

        return string.Join('/', segments.Select((segment, at) =>
            segment is not ['{', ..] ? segment : segment.Contains("guid", StringComparison.Ordinal) || segment is "{id}" ? ids.GetValueOrDefault(segments[at - 1], otherwise is "1" ? Guid.NewGuid().ToString() : otherwise) : otherwise));
    }
}
