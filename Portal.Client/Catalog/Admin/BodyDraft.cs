using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about a body: of the request, where there is no status, or of an answer.</summary>
public sealed class BodyDraft
{
    /// <summary>Described in place, or not at all: it stays as the document has it.</summary>
    public const string Kept = "";

    public string? Status { get; set; } = "200";

    public string? ContentType { get; set; } = "application/json";

    public string Model { get; set; } = Kept;

    public static BodyDraft Of(BodyModel body) => new() { ContentType = body.ContentType, Model = body.Model ?? Kept };

    public static BodyDraft Of(AnswerModel body) => new() { Status = body.Status, ContentType = body.ContentType, Model = body.Model ?? Kept };

    public BodyModel ToBody() => new() { ContentType = ContentType?.Trim() ?? "", Model = Model is Kept ? null : Model };

    public AnswerModel ToAnswer() => new() { Status = Status?.Trim() ?? "", ContentType = ContentType?.Trim() ?? "", Model = Model is Kept ? null : Model };
}
