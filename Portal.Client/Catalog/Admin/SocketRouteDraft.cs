using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What is typed about a route of a WebSocket API. Only what was changed is said.</summary>
public sealed class SocketRouteDraft
{
    public static readonly string[] Places = ["query", "header"];

    private static readonly string[] Usual = ["$connect", "$disconnect", "$default"];

    private const string Connect = "$connect";

    private SocketRouteView? _was;
    private SocketIntegrationView? _integration;

    public string? Key { get; set; } = "";

    public string? OperationId { get; set; } = "";

    public bool Answers { get; set; }

    public bool ApiKeyRequired { get; set; }

    public List<ParameterDraft> Parameters { get; private init; } = [];

    public MessageModelsDraft Messages { get; private init; } = new();

    public MessageModelsDraft Replies { get; private init; } = new();

    public bool IsConnect => Key?.Trim() is Connect;

    public SocketIntegrationDraft Integration { get; private init; } = new();

    public GuardDraft Guard { get; private init; } = new() { Choice = GuardDraft.Open };

    /// <summary>A new one: one of those that most APIs have, while it is missing.</summary>
    public static SocketRouteDraft New(SocketRoutesView view) => new() { Key = Usual.FirstOrDefault(key => !view.Routes.Any(route => route.Key == key)) ?? "" };

    public static SocketRouteDraft Of(SocketRouteView route)
    {
        var draft = new SocketRouteDraft
        {
            Key = route.Key,
            OperationId = route.OperationId ?? "",
            Answers = route.Answers,
            ApiKeyRequired = route.ApiKeyRequired,
            Parameters = [.. route.Parameters.Select(ParameterDraft.Of)],
            Messages = MessageModelsDraft.Of(route.Messages),
            Replies = MessageModelsDraft.Of(route.Replies),
            Integration = SocketIntegrationDraft.Of(route.Integration, route.OtherIntegration is not null),
            Guard = GuardDraft.Of(route.Guard, followsDefault: false),
        };
        (draft._was, draft._integration) = (route, draft.Integration.ToView());

        return draft;
    }

    /// <summary>The guard comes last, and before another name: only $connect has one.</summary>
    public IReadOnlyList<RouteEdit> ToEdits()
    {
        var key = Key?.Trim() ?? "";
        var guard = key is Connect && Guard.Guard is { } wanted && (_was is { Key: Connect } ? Guard.Changed is not null : wanted is not Portal.Shared.Catalog.Guard.Open)
            ? new RouteEdit.SetGuard { Operations = ["ANY /$connect"], Guard = wanted }
            : null;

        return [_was is null ? Add(key) : Change(_was, key), .. guard is null ? Array.Empty<RouteEdit>() : [guard]];
    }

    private RouteEdit.AddSocketRoute Add(string key) => new()
    {
        Key = key,
        OperationId = OperationId?.Trim() is { Length: > 0 } id ? id : null,
        Integration = Integration.ToView()!,
        Answers = Answers,
        ApiKeyRequired = ApiKeyRequired && key is Connect,
        Parameters = key is Connect ? [.. Parameters.Select(parameter => parameter.ToView())] : [],
        Messages = Messages.IsSaid && key is not Connect ? Messages.ToModels() : null,
        Replies = Replies.IsSaid && Answers ? Replies.ToModels() : null,
    };

    private RouteEdit.ChangeSocketRoute Change(SocketRouteView was, string key)
    {
        var integration = Integration.ToView();
        List<ParameterView> parameters = [.. Parameters.Select(parameter => parameter.ToView())];
        var (messages, replies) = (Messages.ToModels(), Replies.ToModels());

        return new()
        {
            Key = was.Key,
            NewKey = key == was.Key ? null : key,
            OperationId = (OperationId?.Trim() ?? "") is var id && id != (was.OperationId ?? "") ? id : null,
            Answers = Answers == was.Answers ? null : Answers,
            ApiKeyRequired = key is not Connect || ApiKeyRequired == was.ApiKeyRequired ? null : ApiKeyRequired,
            Parameters = key is not Connect || parameters.SequenceEqual(was.Parameters) ? null : parameters,
            Messages = key is Connect || MessageModelsDraft.Same(messages, was.Messages) ? null : messages,
            Replies = !Answers || MessageModelsDraft.Same(replies, was.Replies) ? null : replies,
            Integration = SocketIntegrationDraft.Same(integration, _integration) ? null : integration,
        };
    }
}
