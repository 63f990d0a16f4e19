using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about the models of messages.</summary>
public sealed class MessageModelsDraft
{
    /// <summary>Described in place: it stays as the document has it.</summary>
    public const string Kept = "";

    private const string Usual = "$default";

    public string? Selection { get; set; } = "";

    public List<Row> Models { get; private init; } = [];

    public bool IsSaid => Selection is not "" || Models is not [];

    public static MessageModelsDraft Of(MessageModels models) => new()
    {
        Selection = models.Selection ?? "",
        Models = [.. models.Models.Select(model => new Row { Key = model.Key, Model = model.Model ?? Kept })],
    };

    public void Add(string? model) => Models.Add(new Row { Key = Models.Exists(row => row.Key is Usual) ? "" : Usual, Model = model ?? Kept });

    public MessageModels ToModels() => new()
    {
        Selection = Selection?.Trim() is { Length: > 0 } selection ? selection : null,
        Models = [.. Models.Select(row => new MessageModel { Key = row.Key?.Trim() ?? "", Model = row.Model is Kept ? null : row.Model })],
    };

    public static bool Same(MessageModels one, MessageModels other) => (one.Selection ?? "") == (other.Selection ?? "") && one.Models.SequenceEqual(other.Models);

    /// <summary>A kind of message with its model.</summary>
    public sealed class Row
    {
        public string? Key { get; set; } = "";

        public string Model { get; set; } = Kept;
    }
}
