using System.Text.RegularExpressions;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Drift;

/// <summary>Whatever somebody does to a gateway behind the portal's back is found, named and placed; what only looks otherwise is not.</summary>
public sealed class DriftTests(EditedAccount account, ITestOutputHelper output) : IClassFixture<EditedAccount>
{
    public static TheoryData<string> Cases => [.. DriftCase.All.Select(one => one.Name)];

    public static TheoryData<string> Same => [.. DriftCase.Same.Concat(DriftCase.SameKeys).Concat(DriftCase.SameDocumentation)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_edit_is_found_named_and_placed(string name)
    {
        var edit = DriftCase.All.Single(one => one.Name == name);
        var (quick, full) = (account.Quick(name), account.Full(name));

        Assert.Equal(edit.Places.Order(StringComparer.Ordinal), full.Select(found => PlaceOf(edit, found)).Order(StringComparer.Ordinal));
        Assert.Contains(edit.Says, string.Join('\n', full.SelectMany(found => found.Words)), StringComparison.Ordinal);
        Assert.All(full, found => Assert.NotEmpty(found.PlaceName));
        Assert.Equal(edit.By is DriftLook.Quick ? full.Select(found => found.Place) : [], quick.Select(found => found.Place));
        Assert.All(quick, found => Assert.True(Places.IsSeenByQuick(found.Address, found.Place)));
    }

    /// <summary>The list of them is printed, with the check that finds each.</summary>
    [Fact]
    public void There_are_sixty_kinds_and_more()
    {
        foreach (var edit in DriftCase.All)
        {
            output.WriteLine($"{edit.Name,-26} {(account.Quick(edit.Name).Count > 0 ? "quick and full" : "full"),-15} {string.Join("; ", account.Full(edit.Name).Select(found => found.PlaceName))}");
        }

        output.WriteLine($"{DriftCase.All.Count} kinds of edit, {DriftCase.All.Count(edit => edit.By is DriftLook.Quick)} of them found by the quick check too");
        Assert.True(DriftCase.All.Count >= 60);
        Assert.Equal(DriftCase.All.Count, DriftCase.All.DistinctBy(edit => edit.Name).Count());
    }

    [Fact]
    public void An_untouched_account_has_not_drifted() => Assert.Empty(account.Untouched);

    [Theory]
    [MemberData(nameof(Same))]
    public void What_only_looks_otherwise_has_not_drifted(string name)
    {
        Assert.Empty(account.Quick(name).Select(found => $"{found.Place}: {string.Join(' ', found.Lines)}"));
        Assert.Empty(account.Full(name).Select(found => $"{found.Place}: {string.Join(' ', found.Lines)}"));
    }

    /// <summary>A star in what is expected stands for AWS's ids.</summary>
    private static string PlaceOf(DriftCase edit, FoundDrift found)
    {
        var place = $"{found.Address.Kind} {found.Place}";

        return edit.Places.FirstOrDefault(expected => Regex.IsMatch(place, $"^{Regex.Escape(expected).Replace("/stages/\\*", "/stages/[^/]+", StringComparison.Ordinal)}$")) ?? place;
    }
}
