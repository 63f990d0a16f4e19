using Microsoft.Extensions.Time.Testing;
using Portal.Sandbox;
using Portal.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");

    private SandboxOptions Kept => new() { DataFolder = _folder.FullName, TimeProvider = new FakeTimeProvider(Watch.Noon) };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_measured_is_there_after_a_restart()
    {
        await using (var bench = await Bench.StartAsync(Kept))
        {
            await bench.PutAsync("m", Watch.Noon, 1, 2, 3);
        }

        await using var again = await Bench.StartAsync(Kept);
        await again.PutAsync("m", Watch.Noon, 4);

        Assert.Equal((10, 2), (await again.ValueAsync("m", "Sum"), await again.ValueAsync("m", "p50")));
    }

    [Fact]
    public async Task It_is_written_without_anybody_asking()
    {
        await using var bench = await Bench.StartAsync(Kept);
        await bench.PutAsync("m", Watch.Noon, 1);

        // A copy of the files is what a killed process leaves behind.
        var file = Path.Combine(_folder.FullName, "123456789012", "eu-central-1", "metrics.db");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(file) && Sum(file) is 1, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Reset_forgets_it()
    {
        await using var bench = await Bench.StartAsync(Kept);
        await bench.PutAsync("m", Watch.Noon, 1);
        using HttpRequestMessage request = new(HttpMethod.Post, "/_sandbox/reset");
        await bench.SendAsync(request);

        Assert.Empty((await bench.CloudWatchAsync("ListMetrics", new { }))["Metrics"]!.AsArray());
    }

    private static double Sum(string file)
    {
        using MetricStore store = new(file);
        return store.Read(new(Metric.Of("Test", "m"), "None"), Watch.Noon.ToUnixTimeSeconds(), Watch.Noon.AddMinutes(1).ToUnixTimeSeconds()).Sum(minute => minute.Values.Sum);
    }
}
