using Portal.Server.Keys;
using Portal.Shared.Keys;

namespace Portal.Tests.Keys;

/// <summary>All that may become of a key, and all that may not: each pair of states stands here once.</summary>
public sealed class KeyStatesTests
{
    private static readonly Dictionary<ApiKeyState, ApiKeyState[]> Allowed = new()
    {
        [ApiKeyState.Requested] = [ApiKeyState.Approved, ApiKeyState.Revoked],
        [ApiKeyState.Approved] = [ApiKeyState.Issuing, ApiKeyState.Revoked],
        [ApiKeyState.Issuing] = [ApiKeyState.Active, ApiKeyState.Failed],
        [ApiKeyState.Active] = [ApiKeyState.Rotating, ApiKeyState.Expired, ApiKeyState.Revoked],
        [ApiKeyState.Rotating] = [ApiKeyState.Active, ApiKeyState.Expired, ApiKeyState.Revoked],
        [ApiKeyState.Expired] = [],
        [ApiKeyState.Revoked] = [],
        [ApiKeyState.Failed] = [],
    };

    public static TheoryData<ApiKeyState, ApiKeyState> Pairs =>
        [.. Enum.GetValues<ApiKeyState>().SelectMany(_ => Enum.GetValues<ApiKeyState>(), (from, to) => (from, to))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_key_becomes_what_stands_in_the_table(ApiKeyState from, ApiKeyState to) => Assert.Equal(Allowed[from].Contains(to), from.MayBecome(to));

    [Fact]
    public void Nothing_leads_out_of_an_end() =>
        Assert.All(Enum.GetValues<ApiKeyState>().Where(state => state.IsEnd()), state => Assert.Empty(Allowed[state]));
}
