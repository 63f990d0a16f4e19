namespace Portal.Server.Gateway;

/// <summary>
/// The boundary to CloudWatch Logs of one connection: it only reads. A call that AWS refuses throws <see cref="GatewayRefusedException"/>.
/// </summary>
internal interface ILogSource
{
    /// <summary>The lines that a log group has of a span of time, page by page; the end is not included.</summary>
    /// <param name="group">The ARN of the log group.</param>
    /// <param name="from">From when on.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    IAsyncEnumerable<LogLine> ReadAsync(string group, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <param name="At">When it was written.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct LogLine(DateTimeOffset At, string Text);
