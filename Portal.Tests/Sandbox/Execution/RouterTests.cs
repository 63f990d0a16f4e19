namespace Portal.Tests.Sandbox.Execution;

public sealed class RouterTests
{
    private static readonly string Document = Given.Document($$"""
        {
          "/": {"get": {{Given.Mock("root")}} },
          "/pets": {"get": {{Given.Mock("pets")}} },
          "/pets/mine": {"get": {{Given.Mock("mine")}} },
          "/pets/{id}": {"get": {{Given.Mock("one $input.params('id')", Parameter("id"))}}, "x-amazon-apigateway-any-method": {{Given.Mock("any", Parameter("id"))}} },
          "/pets/{id}/toys": {"get": {{Given.Mock("toys")}} },
          "/{rest+}": {"get": {{Given.Mock("rest $input.params('rest')", Parameter("rest"))}} }
        }
        """);

    [Theory]
    [InlineData("/", "root")]
    [InlineData("", "root")]
    [InlineData("/pets", "pets")]
    [InlineData("/pets/", "pets")]
    [InlineData("/pets/mine", "mine")]
    [InlineData("/pets/7", "one 7")]
    [InlineData("/pets/a%2Fb", "one a/b")]
    [InlineData("/pets/mine/toys", "toys")]
    [InlineData("/other/way", "rest other/way")]
    [InlineData("/pets/7/toys/8", "rest pets/7/toys/8")]
    public async Task Static_comes_before_variable_before_greedy(string path, string answer)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Document);

        Assert.Equal(answer, (await bench.InvokeAsync(id, path)).Body);
    }

    [Fact]
    public async Task Any_takes_the_verbs_that_have_no_method_of_their_own()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Document);

        Assert.Equal("any", (await bench.InvokeAsync(id, "/pets/7", HttpMethod.Delete)).Body);
    }

    private static string Parameter(string name) => $$"""
        "parameters": [{"name": "{{name}}", "in": "path", "required": true}]
        """;
}
