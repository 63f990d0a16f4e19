using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Metrics;

namespace Portal.Client.Metrics.Admin;

/// <summary>Who called a stage, or connected to it, by API key, as its access log has it.</summary>
public sealed partial class ConsumerTable
{
    private (Guid, string, DateTimeOffset?, DateTimeOffset?, int)? _loaded;

    [Parameter, EditorRequired]
    public required Guid StageId { get; set; }

    /// <summary>Of a WebSocket API it is who connected.</summary>
    [Parameter, EditorRequired]
    public required bool IsSocket { get; set; }

    /// <summary>The last so much, where no beginning is given.</summary>
    [Parameter, EditorRequired]
    public required string Span { get; set; }

    [Parameter]
    public DateTimeOffset? From { get; set; }

    [Parameter]
    public DateTimeOffset? To { get; set; }

    /// <summary>Another number asks anew.</summary>
    [Parameter]
    public int Turn { get; set; }

    [PersistentState]
    public Load<ConsumersView>? Consumers { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var asked = (StageId, Span, From, To, Turn);

        if (_loaded is null && Consumers is not null)
        {
            _loaded = asked;
        }

        if (_loaded != asked)
        {
            _loaded = asked;
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => Consumers = await Portal.SendAsync(new ListConsumers(StageId) { Last = From is null ? Span : null, From = From, To = To, Take = 100 }, Leaving);
}
