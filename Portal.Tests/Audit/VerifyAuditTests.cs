using System.Net;

namespace Portal.Tests.Audit;

public sealed class VerifyAuditTests : AuditTests
{
    [Fact]
    public async Task A_trail_that_nobody_touched_is_whole()
    {
        var verdict = await VerifyAsync();

        Assert.True(verdict is { IsWhole: true, FirstBad: null, Lines: >= 2 }, verdict.Why);
        Assert.StartsWith($"{verdict.Lines}:", verdict.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_changed_in_the_database_is_named()
    {
        await MeddleAsync($"UPDATE AuditEvents SET Subject = 'Cats' WHERE Number = 2");

        Assert.Equal((false, 2L, 1L), await FoundAsync());
    }

    [Fact]
    public async Task A_line_that_was_removed_from_the_database_is_named()
    {
        await MeddleAsync($"DELETE FROM AuditEvents WHERE Number = 1");

        Assert.Equal((false, 1L, 0L), await FoundAsync());
    }

    [Fact]
    public async Task Lines_cut_off_the_end_are_missed_by_a_head_that_was_kept()
    {
        var head = (await VerifyAsync()).Head;
        await MeddleAsync($"DELETE FROM AuditEvents WHERE Number > 1 OR Number IS NULL");

        var without = await VerifyAsync();
        var with = await VerifyAsync(head);

        Assert.True(without.IsWhole);
        Assert.Equal(2, with.FirstBad);
    }

    [Fact]
    public async Task What_is_no_head_is_refused() =>
        await Auditor.Http.SendAsync(HttpMethod.Post, "/api/v1/audit/verify", new { head = "12" }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

    [Fact]
    public async Task What_follows_is_sealed_to_what_was_there()
    {
        var before = await VerifyAsync();
        await Catalog.Given.ApiAsync(Publisher, "Owls");
        await SealAsync();

        var after = await VerifyAsync(before.Head);

        Assert.True(after.IsWhole, after.Why);
        Assert.True(after.Lines > before.Lines);
    }

    private async Task<(bool IsWhole, long? FirstBad, long Lines)> FoundAsync()
    {
        var verdict = await VerifyAsync();

        return (verdict.IsWhole, verdict.FirstBad, verdict.Lines);
    }
}
