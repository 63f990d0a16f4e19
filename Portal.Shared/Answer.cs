using System.Diagnostics;

namespace Portal.Shared;

/// <summary>What a request is answered with: a value, or a refusal that says why not.</summary>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    public static implicit operator Answer<T>(T value) => new Given(value);

    public static implicit operator Answer<T>(Refusal refusal) => new Refused(refusal);

    /// <summary>Goes on with the value, or hands the refusal through.</summary>
    public Answer<TNext> Then<TNext>(Func<T, Answer<TNext>> next) => this switch
    {
        Given(var value) => next(value),
        Refused(var refusal) => refusal,
        _ => throw new UnreachableException(),
    };

    public sealed record Given(T Value) : Answer<T>;

    public sealed record Refused(Refusal Refusal) : Answer<T>;
}
