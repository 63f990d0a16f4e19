using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.Tests;

/// <summary>Keeps all that a portal logs at its most talkative, and finds what lies in its folder: for tests of what may be in neither.</summary>
internal sealed class EveryWord : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public void Hear(IWebHostBuilder builder)
    {
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.UseSetting("Logging:LogLevel:Microsoft", "Trace");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
    }

    /// <summary>Every file of a data folder as it is while the portal runs, write-ahead logs included. The sandbox's own folder is left out: it stands for AWS.</summary>
    public static async Task<IReadOnlyList<(string Name, string Text)>> FilesAsync(string folder, CancellationToken cancellationToken)
    {
        List<(string, string)> files = [];

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(folder, file).StartsWith("sandbox", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            files.Add((Path.GetRelativePath(folder, file), await reader.ReadToEndAsync(cancellationToken)));
        }

        return files;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
