using System.Text.Json.Serialization;
using Portal.Shared;

namespace Portal.Client.Ui;

/// <summary>
/// What a page asked for: still waiting, failed with a reason, or ready. It crosses from prerendering to the circuit, so that nothing is asked twice:
/// <code>
/// [PersistentState]
/// public Load&lt;Page&lt;ApiView&gt;&gt;? Apis { get; set; }
///
/// protected override async Task OnInitializedAsync() => Apis ??= await Portal.SendAsync(new ListApis(), Leaving);
/// </code>
/// </summary>
[JsonConverter(typeof(LoadJson))]
public abstract record Load<T>
{
    private Load()
    {
    }

    public static implicit operator Load<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Given(var value) => new Ready(value),
        Answer<T>.Refused(var refusal) => new Failed(refusal),
        _ => new Waiting(),
    };

    public sealed record Waiting : Load<T>;

    public sealed record Failed(Refusal Why) : Load<T>;

    public sealed record Ready(T Value) : Load<T>;
}
