using Portal.Sandbox;

namespace Portal.Tests.Sandbox;

public sealed class SandboxServerTests
{
    [Fact]
    public async Task A_taken_port_means_the_next_free_one()
    {
        await using var first = await Bench.StartAsync();
        var port = first.Server.Address.Port;

        await using var second = await SandboxServer.StartAsync(new() { Port = port }, null, TestContext.Current.CancellationToken);

        Assert.True(second.Address.Port > port);
    }

    [Fact]
    public async Task A_taken_port_is_an_error_where_no_other_will_do()
    {
        await using var first = await Bench.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => SandboxServer.StartAsync(new() { Port = first.Server.Address.Port, TakeNextFreePort = false }, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_references_nothing_of_ours() =>
        Assert.DoesNotContain(typeof(SandboxServer).Assembly.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("Portal.", StringComparison.Ordinal) || assembly.Name.StartsWith("Amazon", StringComparison.Ordinal));
}
