using System.Globalization;
using System.Text;

namespace Portal.Sandbox.Execution;

/// <summary>The log of a test run.</summary>
internal sealed class TestLog
{
    private readonly Exchange _exchange;
    private readonly TimeProvider _time;
    private readonly StringBuilder _text;

    public TestLog(Exchange exchange, TimeProvider time)
    {
        (_exchange, _time) = (exchange, time);
        _text = new($"Execution log for request {exchange.RequestId}\n");
    }

    public string Text => _text.ToString();

    public void Begin(string body) => Write(ExecutionLines.Begin(_exchange, seesAll: true, body));

    public void End(string body) => Write(ExecutionLines.End(_exchange, seesAll: true, body, _exchange.Http.Response.StatusCode));

    private void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _text.Append(_time.GetUtcNow().ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture)).Append(" : ").Append(line).Append('\n');
        }
    }
}
