namespace Portal.Sandbox.State;

/// <summary>
/// The world on disk: <c>{account}/{region}/{kind}/{id}.json</c>, one file an API (a plan, a key), so that a change of one rewrites one. A file is written beside
/// the old one, flushed and renamed over it: a killed process leaves the old or the new one, never half of either.
/// Changes are gathered for a moment first, because one deploy is several calls.
/// </summary>
internal sealed partial class StateFolder(World world, string folder, TimeProvider time, ILogger<StateFolder> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _writing = new(1);
    private Task _loop = Task.CompletedTask;

    public void Start()
    {
        Load();
        _loop = LoopAsync();
    }

    /// <summary>Writes what is not written yet.</summary>
    public async Task FlushAsync()
    {
        await _writing.WaitAsync();
        try
        {
            foreach (var region in world.Regions)
            {
                foreach (var name in region.Unsaved.Keys)
                {
                    Save(region, name);
                }
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await FlushAsync();
        _stop.Dispose();
        _writing.Dispose();
    }

    private async Task LoopAsync()
    {
        using PeriodicTimer timer = new(Moment, time);
        while (await NextAsync(timer))
        {
            try
            {
                await FlushAsync();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // What could not be written stays marked, so the next round tries again.
                LogNotSaved(folder, exception);
            }
        }
    }

    private async ValueTask<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Save(Region region, string name)
    {
        // The mark is taken off before the content is read: a change in between puts it back on.
        region.Unsaved.TryRemove(name, out _);
        var file = Path.Combine(folder, region.Account, region.Name, $"{name}.json");
        try
        {
            var slash = name.IndexOf('/', StringComparison.Ordinal);
            if (Files.Of(name[..slash])!.Writer(region, name[(slash + 1)..]) is not { } write)
            {
                File.Delete(file);
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var written = $"{file}.new";
            using (var stream = File.Create(written))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(written, file, overwrite: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Removed before it was ever written.
        }
        catch
        {
            region.Unsaved[name] = true;
            throw;
        }
    }

    private void Load()
    {
        Directory.CreateDirectory(folder);
        var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories);
        Parallel.ForEach(files, file =>
        {
            if (Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar) is not [var account, var name, var kind, _] || Files.Of(kind) is not { } files)
            {
                return;
            }

            // Read whole: over a stream the reader would look ahead for the end of every map again and again.
            var content = File.ReadAllBytes(file);
            var region = world.Region(account, name);
            files.Load(region, Path.GetFileNameWithoutExtension(file), content);
        });
    }

    [LoggerMessage(EventId = 9001, Level = LogLevel.Error, Message = "The sandbox's data could not be written to {Folder}; it is tried again.")]
    private partial void LogNotSaved(string folder, Exception exception);
}
