using Portal.Shared;

namespace Portal.Tests.Client;

/// <summary>A portal that answers what a test taught it, by the type of the request, and remembers what it was asked. What it was not taught fails the test.</summary>
internal sealed class FakePortal : IPortal
{
    private readonly Dictionary<Type, Func<object, object>> _answers = [];
    private readonly List<object> _asked = [];

    public IReadOnlyList<object> Asked => _asked;

    /// <summary>The last request of a type.</summary>
    public TRequest Last<TRequest>() => _asked.OfType<TRequest>().Last();

    public FakePortal On<TRequest, T>(Func<TRequest, Answer<T>> answer)
        where TRequest : IRequest<T>
    {
        _answers[typeof(TRequest)] = request => answer((TRequest)request);

        return this;
    }

    public FakePortal On<TRequest, T>(T answer)
        where TRequest : IRequest<T> => On<TRequest, T>(_ => answer);

    /// <summary>Answers when the test lets it.</summary>
    public FakePortal OnLater<TRequest, T>(Task<Answer<T>> answer)
        where TRequest : IRequest<T>
    {
        _answers[typeof(TRequest)] = _ => answer;

        return this;
    }

    public FakePortal OnLater<TRequest, T>(Func<TRequest, Task<Answer<T>>> answer)
        where TRequest : IRequest<T>
    {
        _answers[typeof(TRequest)] = request => answer((TRequest)request);

        return this;
    }

    public FakePortal Refuses<TRequest, T>(Refusal refusal)
        where TRequest : IRequest<T> => On<TRequest, T>(_ => refusal);

    public Task<Answer<T>> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
    {
        _asked.Add(request);

        return _answers.TryGetValue(request.GetType(), out var answer)
            ? answer(request) as Task<Answer<T>> ?? Task.FromResult((Answer<T>)answer(request))
            : throw new InvalidOperationException($"Nobody taught the portal to answer {request.GetType().Name}.");
    }
}
