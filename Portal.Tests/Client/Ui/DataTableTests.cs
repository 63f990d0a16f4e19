using Bunit;
using Portal.Client.Ui;

namespace Portal.Tests.Client.Ui;

public sealed class DataTableTests : UiContext
{
    [Fact]
    public void Each_item_is_a_row() => Assert.Equal(["a", "b"], Draw("a", "b").FindAll("tbody tr").Select(row => row.TextContent));

    [Fact]
    public void The_table_says_what_it_lists() => Assert.Equal("Letters", Draw("a").Find("caption").TextContent);

    [Fact]
    public void Without_items_something_else_is_said()
    {
        var table = Draw();

        Assert.Equal("No letters", table.Markup.Trim());
    }

    private IRenderedComponent<DataTable<string>> Draw(params string[] letters) => Render<DataTable<string>>(parameters => parameters
        .Add(table => table.Items, letters)
        .Add(table => table.Label, "Letters")
        .Add(table => table.Head, "<th>Letter</th>")
        .Add(table => table.Row, letter => $"<td>{letter}</td>")
        .Add(table => table.Empty, "No letters"));
}
