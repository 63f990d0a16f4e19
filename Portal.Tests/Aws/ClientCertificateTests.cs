using Portal.Server.Gateway;

namespace Portal.Tests.Aws;

/// <summary>Client certificates of the adapter, against the sandbox.</summary>
public sealed class ClientCertificateTests
{
    private static readonly ClientCertificateSpec Certificate = new("shop") { Description = "For “Shop” & more" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_made_in_one_write_and_read_back()
    {
        await using var bench = await AwsBench.StartAsync();
        var last = await bench.LastCallAsync();

        await bench.Gateway.CreateAsync(Certificate, Cancelled);

        Assert.Equal(["GenerateClientCertificate"], await WritesAsync(bench, last));
        Assert.Equal(Certificate.Text, (await ReadAsync(bench))!.Text);
    }

    [Fact]
    public async Task Its_description_is_changed_in_one_write()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(Certificate, Cancelled);
        var last = await bench.LastCallAsync();
        var after = Certificate with { Description = "Other" };

        await bench.Open().UpdateAsync(Certificate, after, Cancelled);

        Assert.Equal(["UpdateClientCertificate"], await WritesAsync(bench, last));
        Assert.Equal(after.Text, (await ReadAsync(bench))!.Text);
    }

    [Fact]
    public async Task A_creation_that_was_cut_is_not_done_twice()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(Certificate, Cancelled);

        await bench.Open().CreateAsync(Certificate, Cancelled);

        Assert.Single((await bench.Clients.Reading.GetClientCertificatesAsync(new(), Cancelled)).Items);
    }

    [Fact]
    public async Task What_does_not_bear_the_mark_is_left_alone()
    {
        await using var bench = await AwsBench.StartAsync();
        var foreign = await bench.Clients.Writing.GenerateClientCertificateAsync(new() { Description = "shop" }, Cancelled);

        Assert.Null(await ReadAsync(bench));
        await bench.Gateway.DeleteAsync(Certificate, Cancelled);
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.UpdateAsync(Certificate, Certificate with { Description = "x" }, Cancelled));

        Assert.Equal(GatewayRefusal.Final, refused.Refusal);
        Assert.Equal("shop", (await bench.Clients.Reading.GetClientCertificateAsync(new() { ClientCertificateId = foreign.ClientCertificateId }, Cancelled)).Description);
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(Certificate, Cancelled);

        await bench.Open().DeleteAsync(Certificate, Cancelled);

        Assert.Null(await ReadAsync(bench));
        await bench.Open().DeleteAsync(Certificate, Cancelled);
    }

    [Fact]
    public async Task Nothing_is_written_on_a_connection_that_is_read_only()
    {
        await using var bench = await AwsBench.StartAsync();

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Open(writable: false).CreateAsync(Certificate, Cancelled));

        Assert.Equal("ReadOnlyConnection", refused.Code);
    }

    private static async Task<Spec?> ReadAsync(AwsBench bench) => (await bench.Open().ReadAsync(GatewayScope.OfThing(Guid.Empty, Certificate.Address), Cancelled)).Find(Certificate.Address);

    private static async Task<IEnumerable<string>> WritesAsync(AwsBench bench, long last) => (await bench.CallsAfterAsync(last)).Where(call => !call.IsRead).Select(call => call.Operation);
}
