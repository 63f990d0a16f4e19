namespace Portal.Tests.Sync;

/// <summary>The way to AWS of one process: it counts the calls, and at one of them, before or after its work, the process is gone.</summary>
internal sealed class CutWire
{
    private readonly List<bool> _writes = [];

    /// <summary>Of each call, in order, whether it writes.</summary>
    public IReadOnlyList<bool> Writes => _writes;

    /// <summary>The call that is cut, from 1; 0 is none.</summary>
    public int CutAt { get; set; }

    /// <summary>Whether the call has worked when it is cut.</summary>
    public bool AfterWork { get; set; }

    /// <summary>Whose process it is.</summary>
    public Life Life { get; set; } = new();

    /// <summary>From here on nothing is cut, and counting begins anew.</summary>
    public void Mend()
    {
        _writes.Clear();
        CutAt = 0;
    }

    public async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> on, CancellationToken cancellationToken)
    {
        int number;

        lock (_writes)
        {
            _writes.Add(request.Method != HttpMethod.Get);
            number = _writes.Count;
        }

        Life.Check();
        CutIf(number == CutAt && !AfterWork);
        var answer = await on(request, cancellationToken);
        CutIf(number == CutAt && AfterWork);

        return answer;
    }

    private void CutIf(bool here)
    {
        if (here)
        {
            Life.End();
        }

        Life.Check();
    }
}
