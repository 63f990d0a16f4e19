using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What the list of APIs shows, as its address says it. What an address says wrongly counts as not said.</summary>
internal sealed record ApiSearch
{
    public const int Size = 25;

    public string? Words { get; init; }

    public Guid? Team { get; init; }

    public ApiStatus? Status { get; init; }

    public ApiOrder Order { get; init; }

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsNarrowed => Words is { Length: > 0 } || Team is not null || Status is not null;

    public string Address => Ui.Address.Of(
        "apis",
        ("q", Words),
        ("team", Team?.ToString()),
        ("status", Status?.ToString()),
        ("sort", (Order, Descending) is (ApiOrder.Name, false) ? null : $"{(Descending ? "-" : "")}{Order}"),
        ("page", Ui.ListPage.Word(Page)));

    public static ApiSearch Of(string? words, string? team, string? status, string? sort, string? page) => new()
    {
        Words = words,
        Team = Guid.TryParse(team, out var id) ? id : null,
        Status = Enum.TryParse<ApiStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        Order = Enum.TryParse<ApiOrder>(sort?.TrimStart('-'), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : ApiOrder.Name,
        Descending = sort is ['-', ..],
        Page = Ui.ListPage.Of(page),
    };

    /// <summary>By this order; the same again turns it round. Times begin with the latest.</summary>
    public ApiSearch By(ApiOrder order) => this with { Order = order, Descending = order == Order ? !Descending : order is not ApiOrder.Name, Page = 1 };

    public ListApis ToRequest() => new() { Search = Words, TeamId = Team, Status = Status, Order = Order, Descending = Descending, Skip = (Page - 1) * Size, Take = Size };
}
