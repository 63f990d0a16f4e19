using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Tests.Audit;

public sealed class ListAuditEventsTests : AuditTests
{
    [Fact]
    public async Task The_newest_line_comes_first_with_the_name_of_who_did_it()
    {
        var lines = await FindAsync("deed=catalog");

        Assert.Equal(["50% [off]_shop", "Pets"], lines.Items.Select(line => line.Subject));
        Assert.All(lines.Items, line => Assert.StartsWith("Publisher", line.Name, StringComparison.Ordinal));
        Assert.All(lines.Items, line => Assert.NotNull(line.Number));
    }

    [Theory]
    [InlineData("pets", 1)]
    [InlineData("50% [off]_", 1)]
    [InlineData("%", 1)]
    [InlineData("owls", 0)]
    public async Task Words_are_found_as_they_are_written(string words, int found) =>
        Assert.Equal(found, (await FindAsync($"deed=catalog&words={Uri.EscapeDataString(words)}")).Total);

    [Fact]
    public async Task One_persons_lines_are_found()
    {
        Assert.All((await FindAsync($"by={Publisher.Id}")).Items, line => Assert.Equal(Publisher.Id, line.By));
        Assert.Equal(0, (await FindAsync($"by={Guid.NewGuid()}")).Total);
    }

    [Fact]
    public async Task The_end_of_a_time_is_not_part_of_it()
    {
        var line = (await FindAsync("deed=catalog")).Items[0];

        Assert.Equal(1, (await FindAsync($"deed=catalog&from={line.At:O}")).Total);
        Assert.Equal(1, (await FindAsync($"deed=catalog&until={line.At:O}")).Total);
    }

    private Task<Page<AuditLine>> FindAsync(string query) => Auditor.Http.GetAsync<Page<AuditLine>>($"/api/v1/audit?{query.Replace("+", "%2B", StringComparison.Ordinal)}");
}
