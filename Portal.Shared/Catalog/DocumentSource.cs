using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Where an OpenAPI document comes from: exactly one of a text, a URL and a file.</summary>
public sealed record DocumentSource
{
    /// <summary>The document itself: OpenAPI 2.0, 3.0 or 3.1, JSON or YAML, up to 6 MB.</summary>
    public string? Text { get; init; }

    /// <summary>Where it is fetched from: http or https, not in a private network.</summary>
    public string? Url { get; init; }

    /// <summary>An upload's bytes. Pages give them in process; over HTTP they are the part "file" of a form.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte>? File { get; init; }

    /// <summary>The upload's name, to know it again.</summary>
    [JsonIgnore]
    public string? FileName { get; init; }

    /// <summary>Without the document, which belongs in no log.</summary>
    public override string ToString() => Url is not null ? nameof(Url) : Text is not null ? nameof(Text) : nameof(File);
}

public sealed class DocumentSourceValidator : AbstractValidator<DocumentSource>
{
    public DocumentSourceValidator()
    {
        RuleFor(source => source)
            .Must(source => new[] { source.Text is not null, source.Url is not null, source.File is not null }.Count(given => given) is 1)
            .WithName("Document")
            .WithMessage("Give one of text, URL and file.");

        RuleFor(source => source.Url)
            .MaximumLength(2000).WithMessage("A URL has at most 2,000 characters.")
            .Must(url => url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)))
            .WithMessage("Say the whole address, with http:// or https://.");
    }
}
