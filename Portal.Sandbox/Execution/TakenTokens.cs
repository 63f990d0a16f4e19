namespace Portal.Sandbox.Execution;

/// <summary>The buckets of which a call has taken a token: one of each limit, of which there are four at most.</summary>
internal struct TakenTokens
{
    private TokenBucket? _first;
    private TokenBucket? _second;
    private TokenBucket? _third;
    private TokenBucket? _fourth;

    public void Add(TokenBucket bucket)
    {
        if (_first is null)
        {
            _first = bucket;
        }
        else if (_second is null)
        {
            _second = bucket;
        }
        else if (_third is null)
        {
            _third = bucket;
        }
        else
        {
            _fourth = bucket;
        }
    }

    public readonly void GiveBack()
    {
        _first?.GiveBack();
        _second?.GiveBack();
        _third?.GiveBack();
        _fourth?.GiveBack();
    }
}
