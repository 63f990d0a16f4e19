using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.Execution.Caching;

namespace Portal.Sandbox.State;

/// <summary>What stages remember for a while, in memory only: answers of their methods, and what authorizers said of callers.</summary>
internal sealed class StageCaches
{
    private const int MostAnswers = 2_000;
    private const int MostDecisions = 10_000;

    public ExpiringCache<CachedAnswer> Answers { get; } = new(MostAnswers);

    public ExpiringCache<Decision> Decisions { get; } = new(MostDecisions);

    /// <summary>FlushStageCache.</summary>
    public void FlushAnswers(string apiId, string stage) => Answers.Flush(apiId, stage);

    /// <summary>FlushStageAuthorizersCache and ResetAuthorizersCache.</summary>
    public void FlushAuthorizers(string apiId, string stage) => Decisions.Flush(apiId, stage);

    public void Clear()
    {
        Answers.Clear();
        Decisions.Clear();
    }
}
