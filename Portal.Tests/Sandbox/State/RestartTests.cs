using Portal.Sandbox;

namespace Portal.Tests.Sandbox.State;

public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");

    private SandboxOptions Kept => new() { DataFolder = _folder.FullName };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_held_is_held_after_a_restart()
    {
        string id, before;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await bench.DeployedAsync(Given.MockDocument(body: "one"));
            await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument(body: "two"));
            before = await PictureAsync(bench, id);
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.Equal(before, await PictureAsync(again, id));
        Assert.Equal("one", (await again.InvokeAsync(id, "/pets")).Body);
    }

    [Fact]
    public async Task What_was_deleted_stays_away()
    {
        await using (var bench = await Bench.StartAsync(Kept))
        {
            var id = await bench.DeployedAsync(Given.MockDocument());
            await bench.Server.FlushAsync();
            await bench.DoneAsync(HttpMethod.Delete, $"/restapis/{id}");
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.Empty((await again.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray());
    }

    [Fact]
    public async Task A_file_that_was_being_written_when_the_process_died_is_no_matter()
    {
        string id;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await bench.DeployedAsync(Given.MockDocument());
        }

        var file = _folder.EnumerateFiles($"{id}.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync($"{file.FullName}.new", "{\"resources\":[", TestContext.Current.CancellationToken);

        await using var again = await Bench.StartAsync(Kept);
        Assert.Equal("""{"ok":true}""", (await again.InvokeAsync(id, "/pets")).Body);
    }

    [Fact]
    public async Task Deployments_that_share_their_content_share_it_after_a_restart()
    {
        string id;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await bench.DeployedAsync(Given.MockDocument());
            await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument());
            await bench.DeployAsync(id);
        }

        await using var again = await Bench.StartAsync(Kept);
        var entry = again.Server.World.FindApi(id)!.Value.Entry;
        var resources = entry.Deployments.Values.SelectMany(deployment => deployment.Snapshot.Definition.Resources.Values).Concat(entry.Definition.Resources.Values);

        Assert.Equal(2, resources.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    private static async Task<string> PictureAsync(Bench bench, string id)
    {
        string[] paths = ["", "/resources?embed=methods", "/deployments", "/stages", "/models", "/gatewayresponses"];
        List<string> parts = [];
        foreach (var path in paths)
        {
            parts.Add((await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}{path}")).ToJsonString());
        }

        return string.Join('\n', parts);
    }
}
