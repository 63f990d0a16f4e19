using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>One's own personal access tokens: list, make, revoke. A value is in one answer, which nobody may keep.</summary>
public sealed partial class TokensPage
{
    private FormErrors _errors = null!;
    private Load<Page<TokenView>>? _tokens;
    private MadeToken? _made;
    private Refusal? _refused;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm]
    public TokenDraft Draft { get => field ??= new(); set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        await LoadAsync();
    }

    private async Task LoadAsync() => _tokens = await Portal.SendAsync(new ListTokens(), Leaving);

    private async Task MakeAsync()
    {
        switch (await Portal.SendAsync(Draft.ToRequest(), Leaving))
        {
            case Answer<MadeToken>.Given(var made):
                _made = made;
                Draft = new TokenDraft();
                await LoadAsync();
                break;
            case Answer<MadeToken>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }
    }

    private async Task RevokeAsync(Guid id)
    {
        _refused = await Portal.SendAsync(new RevokeToken(id), Leaving) is Answer<Nothing>.Refused(var refusal) ? refusal : null;
        await LoadAsync();
    }

    public sealed class TokenDraft
    {
        public string? Name { get; set; }

        /// <summary>0 stands for no end, because a select has no null.</summary>
        public int DaysValid { get; set; } = 90;

        internal static IReadOnlyList<int> Lives { get; } = [30, 90, 365, 0];

        internal static string Words(int days) => days is 0 ? "without end" : $"{days} days";

        internal MakeToken ToRequest() => new() { Name = Name ?? "", DaysValid = DaysValid is 0 ? null : DaysValid };
    }
}
