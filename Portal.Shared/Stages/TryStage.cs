using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Calls a deployed stage from the portal, as anybody could. It can call nothing else.</summary>
[Demands(Policies.ApplyChanges)]
[Limited(120)]
public sealed record TryStage : IRequest<TryAnswer>, IConcerns
{
    [JsonIgnore]
    public Guid StageId { get; init; }

    public required string Method { get; init; }

    /// <summary>Below the stage: /pets/7, percent-encoded where needed.</summary>
    public required string Path { get; init; }

    public IReadOnlyList<NamedValue> Query { get; init; } = [];

    public IReadOnlyList<NamedValue> Headers { get; init; } = [];

    /// <summary>At most 1 MB.</summary>
    public string? Body { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);

    /// <summary>Without values, which may be secrets of the backend.</summary>
    public override string ToString() => $"{nameof(TryStage)} {{ {Method} {Path} }}";
}

/// <summary>A header or a parameter of a query: names may stand twice.</summary>
public sealed record NamedValue(string Name, string Value)
{
    public override string ToString() => Name;
}

public sealed partial class TryStageValidator : AbstractValidator<TryStage>
{
    private const int LargestBody = 1024 * 1024;

    /// <summary>What belongs to the connection, or would lead to another host than the stage's.</summary>
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Content-Length", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "Proxy-Connection", "Proxy-Authorization",
    };

    public TryStageValidator()
    {
        RuleFor(request => request.Method).Must(method => method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS")
            .WithMessage("One of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS.");

        RuleFor(request => request.Path)
            .Must(path => path is ['/', ..] and { Length: <= 2000 } && Path().IsMatch(path)).WithMessage("A path begins with / and has no ?, # or \\ and no white space.")
            .Must(path => path is null || !path.Split('/').Any(IsDots)).WithMessage("A path has no . or .. between its slashes.");

        RuleFor(request => request.Query).NotNull().Must(query => query is null || query.Count <= 100).WithMessage("At most 100 parameters.");
        RuleForEach(request => request.Query).Must(IsSaid).WithMessage("A parameter has a name and a value.");

        RuleFor(request => request.Headers).NotNull().Must(headers => headers is null || headers.Count <= 50).WithMessage("At most 50 headers.");
        RuleForEach(request => request.Headers)
            .Must(header => IsSaid(header) && HeaderName().IsMatch(header.Name) && HeaderValue().IsMatch(header.Value)).WithMessage("A header has a name of letters, digits and dashes, and a value of one line in ASCII.")
            .Must(header => !IsSaid(header) || !Ours.Contains(header.Name)).WithMessage(header => "This header is the connection's own: it cannot be set.");

        RuleFor(request => request.Body).MaximumLength(LargestBody).WithMessage("A body has at most 1 MB here.");
    }

    private static bool IsSaid(NamedValue? value) => value is { Name: { Length: > 0 and <= 200 }, Value: { Length: <= 8000 } };

    private static bool IsDots(string segment) => Uri.UnescapeDataString(segment) is "." or "..";

    [GeneratedRegex(@"\A[^\s?#\\\p{C}]+\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\z")]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"\A[\x20-\x7e\t]*\z")]
    private static partial Regex HeaderValue();
}

public sealed record TryAnswer
{
    public required int Status { get; init; }

    public required IReadOnlyList<NamedValue> Headers { get; init; }

    /// <summary>The first 1 MB; as text where it is text in UTF-8, else in base 64.</summary>
    public required string Body { get; init; }

    public required bool IsBase64 { get; init; }

    /// <summary>There was more than is shown.</summary>
    public required bool IsCut { get; init; }

    /// <summary>From the call to the last byte that was read.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>The whole address that was called, but its query.</summary>
    public required string Url { get; init; }

    /// <summary>Without what was answered, which belongs in no log.</summary>
    public override string ToString() => $"{nameof(TryAnswer)} {{ {Status} }}";
}
