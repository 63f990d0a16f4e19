namespace Portal.Sandbox.Wire;

/// <summary>
/// One operation of one service: how it is called (<paramref name="Template"/> as in the AWS service model, a query such as <c>?mode=import</c> included)
/// and what does it. Handlers run one at a time per account and Region.
/// </summary>
internal sealed record Operation(string Service, string Name, string Verb, string Template, Func<Call, Answer> Handle)
{
    private readonly string[] _segments = RawPath.Segments(Template.Split('?')[0]);
    private readonly string[] _query = Template.Split('?') is [_, var query] ? query.Split('=') : [];

    /// <summary>More specific ones first.</summary>
    public int Rank => -_query.Length;

    /// <summary>Whether it waits for its account and Region to be idle; what has a lock of its own need not.</summary>
    public bool Alone { get; init; } = true;

    /// <summary>An operation that is called by its name, at one path.</summary>
    public static Operation Named(string service, string name, Func<Call, Answer> handle) => new(service, name, "POST", "/", handle) { Alone = false };

    public bool Matches(string verb, string[] segments, IQueryCollection query) =>
        verb == Verb
        && segments.Length == _segments.Length
        && (_query.Length is 0 || query[_query[0]] == _query[1])
        && _segments.Zip(segments).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    public Dictionary<string, string> Arguments(string[] segments) =>
        _segments.Zip(segments)
            .Where(pair => pair.First.StartsWith('{'))
            .ToDictionary(pair => pair.First.Trim('{', '}'), pair => RawPath.Decoded(pair.Second), StringComparer.Ordinal);
}
